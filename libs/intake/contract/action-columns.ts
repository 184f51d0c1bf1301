// The columns of a sheet of actions: what the file that goes out calls them, and what files that come in may call them.
import { type SheetHeading, headingsReader } from '@samverkan/shared/contract';

/** Columns that a file may bring in, in the order of the template. */
export const importColumns = [
  'title',
  'kind',
  'status',
  'startsOn',
  'endsOn',
  'owners',
  'partners',
  'municipalities',
  'goals',
  'targetGroups',
  'forms',
  'phases',
  'responsibleFunction',
  'visibility',
  'description',
  'cancelReason',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** The heading in each language as the export has it, and other words for it. */
export const importHeadings: Record<ImportColumn, SheetHeading> = {
  title: {
    sv: 'Rubrik',
    en: 'Title',
    also: ['insats', 'aktivitet', 'åtgärd', 'namn', 'benämning', 'action', 'activity', 'name'],
  },
  kind: { sv: 'Typ', en: 'Kind', also: ['slag', 'typ av insats', 'kategori', 'type', 'category'] },
  status: { sv: 'Status', en: 'Status', also: ['läge', 'state'] },
  startsOn: {
    sv: 'Startar',
    en: 'Starts',
    also: ['start', 'startdatum', 'från', 'från och med', 'fr.o.m.', 'from', 'start date'],
  },
  endsOn: {
    sv: 'Slutar',
    en: 'Ends',
    also: ['slut', 'slutdatum', 'till', 'till och med', 't.o.m.', 'klart', 'klar senast', 'until', 'end date'],
  },
  owners: {
    sv: 'Ägare',
    en: 'Owners',
    also: ['part', 'organisation', 'ansvarig organisation', 'aktör', 'owner', 'organization'],
  },
  partners: {
    sv: 'Partner',
    en: 'Partners',
    also: ['samverkansparter', 'samarbetspartner', 'medverkande', 'tillsammans med', 'partner organisations'],
  },
  municipalities: {
    sv: 'Kommuner',
    en: 'Municipalities',
    also: ['kommun', 'kommunkod', 'ort', 'plats', 'var', 'municipality', 'where'],
  },
  goals: { sv: 'Mål', en: 'Goals', also: ['mål i strategin', 'delmål', 'goal'] },
  targetGroups: { sv: 'Målgrupper', en: 'Target groups', also: ['målgrupp', 'för vem', 'target group'] },
  forms: { sv: 'Våldsformer', en: 'Forms of violence', also: ['våldsform', 'form av våld', 'form of violence'] },
  phases: { sv: 'Faser', en: 'Phases', also: ['fas', 'skede', 'phase'] },
  responsibleFunction: {
    sv: 'Ansvarig funktion',
    en: 'Responsible function',
    also: ['ansvarig', 'funktion', 'responsible'],
  },
  visibility: {
    sv: 'Synlig för',
    en: 'Visible to',
    also: ['synlighet', 'vem ser', 'visas för', 'visibility', 'shown to'],
  },
  description: { sv: 'Beskrivning', en: 'Description', also: ['vad', 'innehåll', 'kommentar', 'text', 'notes'] },
  cancelReason: { sv: 'Avbruten därför att', en: 'Cancelled because', also: ['orsak till avbrott', 'why cancelled'] },
};

/** What each heading of a file stands for, or null; each column is given once, to the first that is called so. */
export const recognisedImportColumns = headingsReader(importColumns, importHeadings);
