import type { Publication } from '@samverkan/publications/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import { statusWords, typeWords, visibilityWords } from './publication-words';

type Language = 'sv' | 'en';
type Words = Record<Language, string>;

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ');
const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title).join('; ');

const columns: [heading: Words, width: number, of: (row: Publication, lang: Language) => string | number | null][] = [
  [{ sv: 'Titel', en: 'Title' }, 60, (row) => row.title],
  [{ sv: 'Typ', en: 'Type' }, 16, (row, lang) => typeWords[row.type][lang]],
  [{ sv: 'Serie', en: 'Series' }, 24, (row) => row.series],
  [{ sv: 'Nummer', en: 'Number' }, 12, (row) => row.number],
  [{ sv: 'År', en: 'Year' }, 8, (row) => row.year],
  [{ sv: 'Sidor', en: 'Pages' }, 8, (row) => row.pages],
  [{ sv: 'Diarienummer', en: 'Registration number' }, 18, (row) => row.dnr],
  [{ sv: 'ISBN', en: 'ISBN' }, 20, (row) => row.isbn],
  [{ sv: 'ISSN', en: 'ISSN' }, 12, (row) => row.issn],
  [{ sv: 'Författare', en: 'Authors' }, 40, (row) => row.authors],
  [{ sv: 'Ägare', en: 'Owners' }, 40, (row) => names(row.owners)],
  [{ sv: 'Status', en: 'Status' }, 14, (row, lang) => statusWords[row.status][lang]],
  [{ sv: 'Synlig för', en: 'Visible to' }, 16, (row, lang) => visibilityWords[row.visibility][lang]],
  [{ sv: 'Ersätter', en: 'Replaces' }, 40, (row) => titles(row.supersedes)],
  [{ sv: 'Ersatt av', en: 'Replaced by' }, 40, (row) => titles(row.supersededBy)],
  [{ sv: 'Sammanfattning', en: 'Summary' }, 80, (row, lang) => (lang === 'en' && row.summaryEn) || row.summary],
  [{ sv: 'Ses över', en: 'To be reviewed' }, 12, (row) => row.reviewOn],
  [{ sv: 'Filer', en: 'Files' }, 8, (row) => row.fileCount],
  [{ sv: 'Länkar', en: 'Links' }, 60, (row) => row.links.map(({ address }) => address).join(' ')],
];

export const publicationSheetColumns = (lang: Language): SheetColumn<Publication>[] =>
  columns.map(([heading, width, of]) => ({ heading: heading[lang], width, of: (row) => of(row, lang) }));
