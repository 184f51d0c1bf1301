import { Injectable } from '@nestjs/common';

/** Days that bind somebody in one area. */
export interface DeadlineSource {
  area: string;
  /**
   * Rows of `id uuid, kind text, title text, day date, path text, organization_ids uuid[], done boolean` under the reader's row-level security.
   * `organization_ids` are those the day binds; `done`: for the reader nothing is left to do about it.
   */
  select: string;
  /** What each `kind` is called. */
  kinds: Readonly<Record<string, { sv: string; en: string }>>;
}

/** Port: each area says which days bind, so that the calendar has all of them. */
@Injectable()
export class Deadlines {
  private readonly sources = new Map<string, DeadlineSource>();

  register(source: DeadlineSource): void {
    this.sources.set(source.area, source);
  }

  get areas(): string[] {
    return [...this.sources.keys()];
  }

  wordsOf(kind: string): { sv: string; en: string } {
    for (const { kinds } of this.sources.values()) if (kinds[kind]) return kinds[kind];
    return { sv: kind, en: kind };
  }

  /** All areas' days as one query: the columns of `select` after `area`. */
  get query(): string {
    const parts = [...this.sources.values()].map(
      ({ area, select }) =>
        `select '${area}' as area, d.id, d.kind, d.title, d.day, d.path, d.organization_ids, d.done from (${select}) d`,
    );
    return (
      parts.join(' union all ') ||
      'select null::text as area, null::uuid as id, null::text as kind, null::text as title, null::date as day, null::text as path, null::uuid[] as organization_ids, false as done where false'
    );
  }
}
