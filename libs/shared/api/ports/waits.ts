import { Injectable } from '@nestjs/common';

/** Something that waits for an organisation, as `kind` of an area, and the address where it is seen. */
export interface Wait {
  /** Dotted, area first: `actions.waiting`. */
  kind: string;
  /** `select count(*)::int from …` under the reader's row-level security; $1 is her acting organisation. */
  count: string;
  /** What of it the day's letter is to tell today, the same way; each is reason enough for a letter. Left out, the letter tells of all. */
  dueToday?: string;
  /** Notes, as the acting organisation, that a letter has told of what was due. */
  told?: string;
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
    return counted(this.kinds);
  }

  /** The same, as the day's letter is to tell of them. */
  get letterQuery(): string {
    return counted(this.kinds.map(({ kind, count, dueToday }) => ({ kind, count: dueToday ?? count })));
  }

  /** What is to be run when a letter has told of `kinds`. */
  notesOf(kinds: readonly string[]): string[] {
    return this.kinds.flatMap(({ kind, told }) => (told && kinds.includes(kind) ? [told] : []));
  }

  /** Something of `kinds` falls due today and no other day. */
  anyDue(kinds: readonly string[]): boolean {
    return this.kinds.some(({ kind, dueToday }) => dueToday !== undefined && kinds.includes(kind));
  }
}

function counted(kinds: readonly Pick<Wait, 'kind' | 'count'>[]): string {
  const parts = kinds.map(({ kind, count }) => `select '${kind}' as kind, (${count}) as n`);
  return `select kind, n from (${parts.join(' union all ') || `select null::text, null::int`}) w (kind, n) where n > 0`;
}
