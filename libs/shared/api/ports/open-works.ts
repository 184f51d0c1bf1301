import { Injectable } from '@nestjs/common';

/** Work of an area that some function answers for, and what may be done with it when the function's holder leaves. */
export interface OpenWorkSource {
  area: string;
  /**
   * Rows of `id, function_id, title, path, state, at, county_reads` under the reader's row-level security; $1 the functions (uuid[]).
   * `state` is a code the area's own words tell, `at` when it came, `county_reads` whether the county's people could see it if asked.
   */
  select: string;
  /** Rows of `id, title` of what it has ended and can put back, under the reader's rights, where `Titles` has them no more. */
  ended?: string;
  /** Gives it to another function. Refuses what the actor may not change. */
  move(id: string, toFunctionId: string): Promise<void>;
  /** Ends it honestly, for a reason in words. */
  close(id: string, reason: string): Promise<void>;
  /** Takes the ending back. */
  reopen(id: string): Promise<void>;
}

/** Port: each area in which functions answer for something says what is open, so that who leaves leaves no hole. */
@Injectable()
export class OpenWorks {
  private readonly areas = new Map<string, OpenWorkSource>();

  register(work: OpenWorkSource): void {
    this.areas.set(work.area, work);
  }

  of(area: string): OpenWorkSource | undefined {
    return this.areas.get(area);
  }

  get names(): string[] {
    return [...this.areas.keys()];
  }

  /** What the areas have ended that nothing else names, as queries. */
  get ended(): string[] {
    return [...this.areas.values()].flatMap(({ ended }) => ended ?? []);
  }

  /** All areas' open work as one query: the columns of `OpenWorkSource.select` after `area`; $1 the functions. */
  get query(): string {
    const parts = [...this.areas.values()].map(
      ({ area, select }) =>
        `select '${area}' as area, w.id, w.function_id, w.title, w.path, w.state, w.at, w.county_reads from (${select}) w`,
    );
    return (
      parts.join(' union all ') ||
      'select null::text as area, null::uuid as id, null::uuid as function_id, null::text as title, null::text as path, null::text as state, null::timestamptz as at, false as county_reads where $1::uuid[] is null and false'
    );
  }
}
