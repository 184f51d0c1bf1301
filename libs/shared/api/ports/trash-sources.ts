import { Injectable } from '@nestjs/common';
import { trashDays } from '@samverkan/shared/contract';

/** What an area keeps for thirty days after it was taken away. */
export interface TrashSource {
  /** Dotted, area first: `tasks.task`. Its words stand in the portal under `pages.trash.kind.<kind>`. */
  kind: string;
  /**
   * Rows of `id uuid, title text, place text, path text, at timestamptz, taken_by uuid` under the reader's row-level security: those alone
   * that were taken away and that she may put back.
   */
  select: string;
  /** The address that puts one back, with `{id}` in it; it asks the rights again. */
  restore: string;
  /** `select … ($1) as said` that takes one away for good by whoever may put it back: null where it is not hers, 'gone', or the code of why not. */
  purge?: string;
}

/** Port: areas say what lies in the trash, so that one page has all of it. */
@Injectable()
export class TrashSources {
  private readonly sources = new Map<string, TrashSource>();

  register(source: TrashSource): void {
    if (this.sources.has(source.kind)) throw new Error(`Two kinds in the trash are called ${source.kind}.`);
    this.sources.set(source.kind, source);
  }

  get kinds(): string[] {
    return [...this.sources.keys()];
  }

  restoreOf(kind: string, id: string): string {
    return this.sources.get(kind)?.restore.replace('{id}', id) ?? '';
  }

  purgeOf(kind: string): string | undefined {
    return this.sources.get(kind)?.purge;
  }

  /** All areas' as one query: the columns of `select` after `kind`, none older than what is kept. */
  get query(): string {
    const parts = [...this.sources.values()].map(
      ({ kind, select }) =>
        `select '${kind}' as kind, t.id, t.title, t.place, t.path, t.at, t.taken_by from (${select}) t`,
    );
    const none =
      'select null::text as kind, null::uuid as id, null::text as title, null::text as place, null::text as path, null::timestamptz as at, null::uuid as taken_by where false';
    return `select * from (${parts.join(' union all ') || none}) all_of_it where at > now() - interval '${trashDays} days'`;
  }
}
