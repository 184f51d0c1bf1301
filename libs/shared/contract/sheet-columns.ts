// The columns a file for spreadsheets may bring in: what they are called in each language, and how a file's headings are recognised.

/** The heading in each language, and other words for it. */
export interface SheetHeading {
  sv: string;
  en: string;
  also: readonly string[];
}

/** A heading as it is compared: case, signs and blanks aside. */
const plain = (heading: string): string =>
  heading
    .toLocaleLowerCase('sv-SE')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What each heading of a file stands for, or null; each column is given once, to the first that is called so. */
export function headingsReader<C extends string>(
  columns: readonly C[],
  headings: Readonly<Record<C, SheetHeading>>,
): (given: readonly string[]) => (C | null)[] {
  const known = new Map(
    columns.flatMap((column) => {
      const { sv, en, also } = headings[column];
      return [column, sv, en, ...also].map((words): [string, C] => [plain(words), column]);
    }),
  );
  return (given) => {
    const taken = new Set<C>();
    return given.map((heading) => {
      const column = known.get(plain(heading)) ?? null;
      if (column === null || taken.has(column)) return null;
      taken.add(column);
      return column;
    });
  };
}
