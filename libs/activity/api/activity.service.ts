import { Injectable } from '@nestjs/common';
import type { ActivityQuery } from '@samverkan/activity/contract';
import { Db, Titles } from '@samverkan/shared/api';
import { feed } from './feed.query';

@Injectable()
export class ActivityService {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
  ) {}

  /** JSON text (`ActivityFeed`). */
  async feed(query: ActivityQuery): Promise<string> {
    const cursor = query.before?.split('-') ?? [];
    return (await this.db.json(feed(this.titles.union, cursor.length === 2), [query.size, ...cursor])) ?? '';
  }
}
