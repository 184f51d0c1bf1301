import { Injectable } from '@nestjs/common';

/** Something that waits for an organisation, as `kind` of an area, and the address where it is seen. */
export interface Wait {
  /** Dotted, area first: `actions.waiting`. */
  kind: string;
  /** `select count(*)::int from …` under the reader's row-level security; $1 is her acting organisation. */
  count: string;
  /** Where in the portal it stands. */
  path: string;
  /** A whole sentence in each language: "Tre insatser väntar på en rad från er." */
  words(n: number): { sv: string; en: string };
}

/** Port: each area says what waits for somebody, so that the start page and the day's letter can tell of all of it. */
@Injectable()
export class Waits {
  private readonly kinds: Wait[] = [];

  register(wait: Wait): void {
    this.kinds.push(wait);
  }

  /** What the rows of `query` say, in the order of registration. */
  told(
    rows: readonly { kind: string; n: number }[],
  ): { kind: string; count: number; path: string; words: { sv: string; en: string } }[] {
    return this.kinds.flatMap(({ kind, path, words }) => {
      const count = rows.find((row) => row.kind === kind)?.n ?? 0;
      return count > 0 ? [{ kind, count, path, words: words(count) }] : [];
    });
  }

  /** All counts as one query: rows of `kind` and `n`, those of nothing left out; $1 the acting organisation. */
  get query(): string {
    const parts = this.kinds.map(({ kind, count }) => `select '${kind}' as kind, (${count}) as n`);
    return `select kind, n from (${parts.join(' union all ') || `select null::text, null::int`}) w (kind, n) where n > 0`;
  }
}
