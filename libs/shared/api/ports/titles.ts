import { Injectable } from '@nestjs/common';

/** Port: each area says how its objects' titles are read, so that news can name what it is about as it is called now. */
@Injectable()
export class Titles {
  private readonly sources = new Map<string, string>();
  private readonly edits = new Set<string>();

  /**
   * `select id, title from …` under the reader's row-level security. `sitting` are the kinds of news that are small steps of the same work:
   * what one person does to one object in a sitting is told once.
   */
  register(area: string, select: string, sitting: readonly string[] = []): void {
    this.sources.set(area, select);
    sitting.forEach((kind) => this.edits.add(kind));
  }

  /** The kinds of news that are told once a sitting. */
  get sitting(): string[] {
    return [...this.edits];
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
