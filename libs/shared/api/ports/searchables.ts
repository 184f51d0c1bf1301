import { Injectable } from '@nestjs/common';

/**
 * What an area gives to the search over everything, read under the reader's row-level security. In both texts $1 is what was typed, $2 how many at
 * most, $3 its telling words in lower case (text[]), and $4 whether words spelt nearly so are found too (boolean).
 */
export interface Searchable {
  /** The group its hits stand in, as `actions`. Its word stands in the portal under `search.group.<group>`. */
  group: string;
  /** Rows of `id uuid, at bigint`: what answers, the best with the lowest `at`, at most $2. Rights come before the number. */
  found: string;
  /** A row of `title text, about text, path text` for the thing whose id is `f.id`: what it is called, where it belongs, and the portal's address. */
  row: string;
  /** The portal's address of the list that takes the same words as `q`, where there is one; it has then what is counted here, no more and no less. */
  list?: string;
}

/** Port: areas say how they are searched, so that one box has all of them. */
@Injectable()
export class Searchables {
  private readonly sources = new Map<string, Searchable>();

  register(...sources: readonly Searchable[]): void {
    for (const source of sources) {
      if (this.sources.has(source.group)) throw new Error(`Two groups of the search are called ${source.group}.`);
      this.sources.set(source.group, source);
    }
  }

  get all(): readonly Searchable[] {
    return [...this.sources.values()];
  }
}
