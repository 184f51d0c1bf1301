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
    const { union, sitting } = this.titles;
    return (await this.db.json(feed(union, sitting, cursor.length === 2), [query.size, ...cursor])) ?? '';
  }
}
