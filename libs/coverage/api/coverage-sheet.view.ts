import { type Coverage, type CoverageRow, elsewhere } from '@samverkan/coverage/contract';
import type { SheetColumn } from '@samverkan/shared/api';

type Language = 'sv' | 'en';
type SheetRow = Pick<CoverageRow, 'number' | 'title' | 'titleEn' | 'total' | 'cells' | 'committed'>;

const words = {
  number: { sv: 'Nummer', en: 'Number' },
  goal: { sv: 'Mål', en: 'Goal' },
  total: { sv: 'Alla insatser', en: 'All actions' },
  nowhere: { sv: 'Utan kommun', en: 'No municipality' },
  committed: { sv: 'Parter med åtagande', en: 'Parties with a commitment' },
  of: { sv: 'av', en: 'of' },
  whole: { sv: 'Hela strategin', en: 'The whole strategy' },
} as const;

const named = ({ title, titleEn }: { title: string; titleEn: string | null }, lang: Language) =>
  (lang === 'en' && titleEn) || title;

/** A column for each of the table's, and the goal before them. */
export const coverageSheetColumns = (table: Coverage, lang: Language): SheetColumn<SheetRow>[] => [
  { heading: words.number[lang], width: 10, of: (row) => row.number },
  { heading: words.goal[lang], width: 60, of: (row) => named(row, lang) },
  ...table.columns.map((column, at) => ({
    heading:
      column.key === elsewhere ? words.nowhere[lang] : [column.number, named(column, lang)].filter(Boolean).join(' '),
    width: 24,
    of: (row: SheetRow) => row.cells[at] ?? 0,
  })),
  { heading: words.total[lang], width: 16, of: (row) => row.total },
  ...(table.signatories === null
    ? []
    : [
        {
          heading: `${words.committed[lang]} (${words.of[lang]} ${table.signatories})`,
          width: 30,
          of: (row: SheetRow) => row.committed,
        },
      ]),
];

/** The goals as they stand, and the whole strategy last, where each action is counted once. */
export async function* sheetRows(table: Coverage, lang: Language): AsyncGenerator<SheetRow> {
  yield* table.rows;
  const cells = table.columns.map(({ total }) => total);
  yield { number: '', title: words.whole[lang], titleEn: null, total: table.total, cells, committed: table.committed };
}
