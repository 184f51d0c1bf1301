import { type ContactColumn, type ContactSummary, contactHeadings } from '@samverkan/contacts/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import { type Language, subjectWords, visibilityWords } from './contact-words';

/** A function as a row of a file or a card. Names are those that everybody who sees it may read. */
export interface ContactSheetRow extends ContactSummary {
  note: string;
  changedAt: string;
  period: { from: string; to: string | null } | null;
  deputies: string | null;
  counties: string | null;
  municipalities: string | null;
}

export const subjectsOf = (row: ContactSheetRow, lang: Language): string =>
  row.subjects.map((subject) => subjectWords[subject][lang]).join('; ');

/** The columns that the import reads back. Whether a name is kept inside is no column: it leaves no trace in any file. */
const readBack: [column: ContactColumn, width: number, of: (row: ContactSheetRow, lang: Language) => string | null][] =
  [
    ['organization', 30, (row) => row.organization.name],
    ['title', 36, (row) => row.title],
    ['subjects', 40, subjectsOf],
    ['municipalities', 34, (row) => row.municipalities],
    ['mailbox', 32, (row) => row.mailbox],
    ['phone', 18, (row) => row.phone],
    ['holder', 26, (row) => row.holderName],
    ['from', 14, (row) => (row.holderName ? (row.period?.from ?? null) : null)],
    ['to', 14, (row) => (row.holderName ? (row.period?.to ?? null) : null)],
    ['deputy', 26, (row) => row.deputies],
    ['visibility', 16, (row, lang) => visibilityWords[row.visibility][lang]],
    ['note', 50, (row) => row.note],
  ];

const told: [heading: Record<Language, string>, width: number, of: (row: ContactSheetRow) => string | null][] = [
  [{ sv: 'Län', en: 'Counties' }, 26, (row) => row.counties],
  [{ sv: 'Vakant sedan', en: 'Vacant since' }, 14, (row) => row.vacantSince],
  [{ sv: 'Senast bekräftad', en: 'Last confirmed' }, 16, (row) => row.verifiedOn],
];

export const contactSheetColumns = (lang: Language): SheetColumn<ContactSheetRow>[] => [
  ...readBack.map(([column, width, of]) => ({
    heading: contactHeadings[column][lang],
    width,
    of: (row: ContactSheetRow) => of(row, lang),
  })),
  ...told.map(([heading, width, of]) => ({ heading: heading[lang], width, of })),
];
