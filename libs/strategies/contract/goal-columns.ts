// The columns of a sheet of goals: what the template calls them, and what a county's own tables may call them.
import { type SheetHeading, headingsReader } from '@samverkan/shared/contract';

/** Columns that a file may bring in, in the order of the template. */
export const goalColumns = [
  'number',
  'level',
  'kind',
  'title',
  'text',
  'parent',
  'measures',
  'responsible',
  'indicators',
  'serves',
  'motive',
  'titleEn',
  'textEn',
] as const;
export type GoalColumn = (typeof goalColumns)[number];

export const goalHeadings: Record<GoalColumn, SheetHeading> = {
  number: { sv: 'Nummer', en: 'Number', also: ['nr', 'mål nr', 'målnummer', 'id', 'no', 'goal no'] },
  level: { sv: 'Nivå', en: 'Level', also: ['målnivå', 'indrag', 'depth'] },
  kind: { sv: 'Typ', en: 'Type', also: ['sort', 'mål eller åtgärd', 'kind'] },
  title: {
    sv: 'Mål',
    en: 'Goal',
    also: [
      'rubrik',
      'målformulering',
      'målsättning',
      'delmål',
      'insatsområde',
      'målområde',
      'namn',
      'title',
      'objective',
    ],
  },
  text: { sv: 'Text', en: 'Text', also: ['beskrivning', 'förklaring', 'lydelse', 'kommentar', 'description'] },
  parent: {
    sv: 'Under mål',
    en: 'Under goal',
    also: ['överordnat mål', 'under', 'hör till', 'huvudmål', 'tillhör', 'parent', 'belongs to'],
  },
  measures: {
    sv: 'Åtgärder',
    en: 'Measures',
    also: ['åtgärd', 'aktivitet', 'aktiviteter', 'insats', 'insatser', 'measure', 'activity', 'activities'],
  },
  responsible: {
    sv: 'Ansvarig part',
    en: 'Responsible party',
    also: ['ansvarig', 'ansvar', 'aktör', 'huvudansvarig', 'ansvarig organisation', 'responsible', 'owner'],
  },
  indicators: {
    sv: 'Indikatorer',
    en: 'Indicators',
    also: ['indikator', 'mått', 'uppföljning', 'följs upp genom', 'nyckeltal', 'indicator', 'measured by'],
  },
  serves: {
    sv: 'Bidrar till nationella mål',
    en: 'Serves national goals',
    also: [
      'nationellt mål',
      'nationella mål',
      'bidrar till',
      'delmål i nationella strategin',
      'serves',
      'national goal',
    ],
  },
  motive: { sv: 'Varför', en: 'Why', also: ['motiv', 'motivering', 'skäl', 'motive', 'reason'] },
  titleEn: { sv: 'Mål på engelska', en: 'Goal in English', also: ['rubrik på engelska', 'title in english'] },
  textEn: {
    sv: 'Text på engelska',
    en: 'Text in English',
    also: ['beskrivning på engelska', 'description in english'],
  },
};

/** What each heading of a file stands for, or null; each column is given once, to the first that is called so. */
export const recognisedGoalColumns = headingsReader(goalColumns, goalHeadings);
