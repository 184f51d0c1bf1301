import { Injectable } from '@nestjs/common';

/** Port: each area says how its objects' titles are read, so that news can name what it is about as it is called now. */
@Injectable()
export class Titles {
  private readonly sources = new Map<string, string>();

  /** `select id, title from …` under the reader's row-level security. */
  register(area: string, select: string): void {
    this.sources.set(area, select);
  }

  /** The areas whose objects have news. */
  get areas(): string[] {
    return [...this.sources.keys()];
  }

  /** All areas' titles as one query. */
  get union(): string {
    return [...this.sources.values()].join(' union all ') || 'select null::uuid as id, null::text as title where false';
  }
}
