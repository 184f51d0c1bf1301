// The words of a strategy that goes out as a document, in both languages.
import { both } from '@samverkan/shared/api';
import type { Strategy, StrategyKind, StrategyRef } from '@samverkan/strategies/contract';

export type Language = 'sv' | 'en';
type Both = Readonly<Record<Language, string>>;

export const kindWords: Readonly<Record<StrategyKind, Both>> = {
  national_strategy: both('Nationell strategi', 'National strategy'),
  action_programme: both('Nationellt åtgärdsprogram', 'National action programme'),
  policy_goals: both('Jämställdhetspolitiska delmål', 'Gender equality sub-goals'),
  regional_strategy: both('Regional strategi', 'Regional strategy'),
  action_plan: both('Regional handlingsplan', 'Regional action plan'),
  local_plan: both('Lokal plan', 'Local plan'),
};

const states = {
  draft: both('Utkast, inte beslutat', 'Draft, not decided'),
  in_consultation: both('Utkast på remiss, inte beslutat', 'Draft in consultation, not decided'),
  proposed: both('Föreslagen, inte beslutad', 'Proposed, not decided'),
  coming: both('Antagen, börjar gälla senare', 'Adopted, applies later'),
  in_force: both('Gäller', 'In force'),
  expired: both('Har gått ut', 'Has expired'),
  superseded: both('Ersatt, gäller inte längre', 'Replaced, no longer applies'),
  repealed: both('Upphävd, gäller inte längre', 'Repealed, no longer applies'),
};

/** What the strategy is worth on that day. */
export function stateWords({ status, expired, startsOn }: Strategy, today: string, lang: Language): string {
  if (status !== 'adopted') return states[status][lang];
  if (expired) return states.expired[lang];
  return states[startsOn !== null && startsOn > today ? 'coming' : 'in_force'][lang];
}

/** What is written after a strategy that is not decided; nothing after one that is. */
export const openWords = ({ status }: StrategyRef, lang: Language): string =>
  status === 'draft' || status === 'in_consultation' || status === 'proposed'
    ? ` (${states[status][lang].toLocaleLowerCase(lang)})`
    : '';

export const says = {
  state: both('Status', 'Status'),
  kind: both('Typ', 'Type'),
  period: both('Period', 'Period'),
  decided: both('Beslutad', 'Decided'),
  dnr: both('Diarienummer', 'Registry number'),
  document: both('Dokument', 'Document'),
  owner: both('Samordnas av', 'Coordinated by'),
  replaces: both('Ersätter', 'Replaces'),
  replacedBy: both('Ersätts av', 'Replaced by'),
  repeal: both('Varför den upphävdes', 'Why it was repealed'),
  vision: both('Vision', 'Vision'),
  note: both('Anmärkning', 'Note'),
  goals: both('Mål och åtgärder', 'Goals and measures'),
  noGoals: both('Målen är inte inlästa.', 'The goals have not been read in.'),
  measure: both('Åtgärd', 'Measure'),
  responsible: both('Ansvarig part', 'Responsible party'),
  indicators: both('Indikatorer', 'Indicators'),
  serves: both('Bidrar till', 'Serves'),
  placeholder: both(
    'Ordalydelsen är ett exempel. Den undertecknade texten är inte inläst.',
    'The wording is an example. The signed text has not been read in.',
  ),
  frames: both('Nationella ramar', 'National frames'),
  signatories: both('Undertecknare', 'Signatories'),
  party: both('Part', 'Party'),
  function: both('Funktion', 'Function'),
  signed: both('Underskriven', 'Signed'),
  withdrawn: both('har dragit sig ur {on}', 'withdrew {on}'),
  takesPart: both('deltar', 'takes part'),
  unnamed: both('Därtill {n} vars namn saknas i källan.', 'And {n} whom the source does not name.'),
  fetched: both('Hämtad ur Samverkan {on}.', 'Taken from Samverkan on {on}.'),
  page: both('Sida', 'Page'),
  from: both('från', 'from'),
  until: both('till', 'until'),
};

export const dayWords = (day: string, lang: Language): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );

export function periodWords(startsOn: string | null, endsOn: string | null, lang: Language): string {
  const [from, to] = [startsOn && dayWords(startsOn, lang), endsOn && dayWords(endsOn, lang)];
  if (from && to) return `${from} – ${to}`;
  if (from) return `${says.from[lang]} ${from}`;
  return to ? `${says.until[lang]} ${to}` : '';
}
