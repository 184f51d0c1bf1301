import type { AssignmentStatus, AssignmentSummary, ReportKind } from '@samverkan/assignments/contract';
import type { SheetColumn } from '@samverkan/shared/api';

type Language = 'sv' | 'en';
type Words = Record<Language, string>;

const statuses: Record<AssignmentStatus, Words> = {
  received: { sv: 'Mottaget', en: 'Received' },
  ongoing: { sv: 'Pågår', en: 'Ongoing' },
  reported: { sv: 'Redovisat', en: 'Reported' },
  closed: { sv: 'Avslutat', en: 'Closed' },
};
const kinds: Record<ReportKind, Words> = {
  part: { sv: 'Delredovisning', en: 'Interim report' },
  yearly: { sv: 'Årlig redovisning', en: 'Yearly report' },
  final: { sv: 'Slutredovisning', en: 'Final report' },
  other: { sv: 'Redovisning', en: 'Report' },
};
const all: Words = { sv: 'Alla länsstyrelser', en: 'All county administrative boards' };
const overdue: Words = { sv: 'försenad', en: 'overdue' };

const columns: [
  heading: Words,
  width: number,
  of: (row: AssignmentSummary, lang: Language) => string | number | null,
][] = [
  [{ sv: 'Uppdrag', en: 'Assignment' }, 60, (row) => row.title],
  [{ sv: 'Diarienummer', en: 'Registration number' }, 20, (row) => row.dnr],
  [{ sv: 'Status', en: 'Status' }, 14, (row, lang) => statuses[row.status][lang]],
  [
    { sv: 'Ges till', en: 'Given to' },
    40,
    (row, lang) => (row.allBoards ? all[lang] : row.boards.map(({ name }) => name).join(', ')),
  ],
  [{ sv: 'Från', en: 'From' }, 12, (row) => row.startsOn],
  [{ sv: 'Till', en: 'To' }, 12, (row) => row.endsOn],
  [{ sv: 'Redovisas härnäst', en: 'Reported next' }, 16, (row) => row.next?.dueOn ?? null],
  [
    { sv: 'Slag av redovisning', en: 'Kind of report' },
    28,
    ({ next }, lang) => next && `${kinds[next.kind][lang]}${next.overdue ? `, ${overdue[lang]}` : ''}`,
  ],
  [{ sv: 'Mål', en: 'Goals' }, 8, (row) => row.goalCount],
  [{ sv: 'Insatser', en: 'Actions' }, 10, (row) => row.actionCount],
  [{ sv: 'Förs av', en: 'Kept by' }, 34, (row) => row.organization.name],
];

export const assignmentSheetColumns = (lang: Language): SheetColumn<AssignmentSummary>[] =>
  columns.map(([heading, width, of]) => ({ heading: heading[lang], width, of: (row) => of(row, lang) }));

export async function* assignmentSheetRows(rows: readonly AssignmentSummary[]): AsyncGenerator<AssignmentSummary> {
  yield* rows;
  await Promise.resolve();
}
