import type { OfferKind, OfferStatus, OfferSummary } from '@samverkan/learning/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import { type Vocabularies, wordOf } from '@samverkan/vocabularies/contract';

type Language = 'sv' | 'en';
type Words = Record<Language, string>;

export const kindWords: Record<OfferKind, Words> = {
  web_course: { sv: 'Webbutbildning', en: 'Web course' },
  web_support: { sv: 'Webbstöd', en: 'Web-based guidance' },
  conference: { sv: 'Konferens', en: 'Conference' },
  training_day: { sv: 'Utbildningsdag', en: 'Training day' },
  campaign: { sv: 'Kampanj', en: 'Campaign' },
};
const statuses: Record<OfferStatus, Words> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  open: { sv: 'Öppen', en: 'Open' },
  closed: { sv: 'Stängd för anmälan', en: 'Closed for registration' },
  cancelled: { sv: 'Inställd', en: 'Cancelled' },
  held: { sv: 'Genomförd', en: 'Held' },
};

type Column = [
  heading: Words,
  width: number,
  of: (row: OfferSummary, lang: Language, lists: Vocabularies) => string | number | null,
];
const columns: Column[] = [
  [{ sv: 'Utbildning', en: 'Training' }, 60, (row) => row.title],
  [{ sv: 'Typ', en: 'Kind' }, 18, (row, lang) => kindWords[row.kind][lang]],
  [{ sv: 'Undertyp', en: 'Sub-kind' }, 24, (row) => row.subKind?.name ?? null],
  [{ sv: 'Status', en: 'Status' }, 20, (row, lang) => statuses[row.status][lang]],
  [{ sv: 'Nästa tillfälle', en: 'Next session' }, 14, (row) => row.next?.day ?? null],
  [{ sv: 'Plats', en: 'Place' }, 30, (row) => row.next?.place ?? null],
  [{ sv: 'Tillfällen', en: 'Sessions' }, 10, (row) => row.sessionCount],
  [{ sv: 'Hålls av', en: 'Held by' }, 50, (row) => row.hosts.map(({ name }) => name).join(', ')],
  [{ sv: 'Län', en: 'Counties' }, 12, (row) => row.countyCodes.join(', ')],
  [
    { sv: 'För', en: 'For' },
    50,
    (row, lang, lists) => row.professions.map((code) => wordOf(lists, 'profession', code, lang)).join(', '),
  ],
];

export const offerSheetColumns = (lang: Language, lists: Vocabularies): SheetColumn<OfferSummary>[] =>
  columns.map(([heading, width, of]) => ({ heading: heading[lang], width, of: (row) => of(row, lang, lists) }));

/** A list that is whole at every length, row by row. */
export async function* offerJson(rows: AsyncGenerator<object>): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
