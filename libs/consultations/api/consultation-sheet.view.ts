import type { ConsultationAnswers, ConsultationComment, ResponseOutcome } from '@samverkan/consultations/contract';
import type { SheetColumn } from '@samverkan/shared/api';

type Language = 'sv' | 'en';

/** A comment as a row; a party that has not answered has a row without one. */
export interface ConsultationSheetRow {
  organization: string;
  state: 'waiting' | 'begun' | 'sent';
  sentOn: string | null;
  late: boolean;
  comment: ConsultationComment | null;
}

const states: Record<ConsultationSheetRow['state'], Record<Language, string>> = {
  waiting: { sv: 'Inte börjat', en: 'Not begun' },
  begun: { sv: 'Har börjat', en: 'Has begun' },
  sent: { sv: 'Har svarat', en: 'Has answered' },
};
const late: Record<Language, string> = { sv: 'Har svarat, efter sista dagen', en: 'Has answered, after the last day' };
const outcomes: Record<ResponseOutcome, Record<Language, string>> = {
  taken_in: { sv: 'Tas med', en: 'Taken in' },
  partly: { sv: 'Tas med delvis', en: 'Taken in partly' },
  not: { sv: 'Tas inte med', en: 'Not taken in' },
};
const whole: Record<Language, string> = { sv: 'Hela utkastet', en: 'The whole draft' };
const none: Record<Language, string> = { sv: 'Ingen synpunkt', en: 'No comment' };

export async function* consultationSheetRows({ invited }: ConsultationAnswers): AsyncGenerator<ConsultationSheetRow> {
  for (const { organization, state, sentAt, late: isLate, comments } of invited) {
    const about = { organization: organization.name, state, sentOn: sentAt?.slice(0, 10) ?? null, late: isLate };
    if (comments.length === 0) yield { ...about, comment: null };
    for (const comment of comments) yield { ...about, comment };
  }
  await Promise.resolve();
}

const columns: [
  heading: Record<Language, string>,
  width: number,
  of: (row: ConsultationSheetRow, lang: Language) => string | null,
][] = [
  [{ sv: 'Organisation', en: 'Organisation' }, 34, (row) => row.organization],
  [
    { sv: 'Svar', en: 'Answer' },
    22,
    ({ state, late: isLate }, lang) => (state === 'sent' && isLate ? late[lang] : states[state][lang]),
  ],
  [{ sv: 'Skickat', en: 'Sent' }, 14, (row) => row.sentOn],
  [{ sv: 'Mål nr', en: 'Goal no' }, 10, ({ comment }) => comment?.goal?.number ?? null],
  [
    { sv: 'Mål, som det löd när synpunkten skrevs', en: 'Goal, as it was worded when the comment was written' },
    46,
    ({ comment }, lang) => comment && (comment.goal?.title ?? whole[lang]),
  ],
  [{ sv: 'Synpunkt', en: 'Comment' }, 70, ({ comment }, lang) => comment && (comment.none ? none[lang] : comment.text)],
  [
    { sv: 'Vad det blev', en: 'What became of it' },
    18,
    ({ comment }, lang) => (comment?.response ? outcomes[comment.response.outcome][lang] : null),
  ],
  [{ sv: 'Varför', en: 'Why' }, 60, ({ comment }) => comment?.response?.reason ?? null],
];

export const consultationSheetColumns = (lang: Language): SheetColumn<ConsultationSheetRow>[] =>
  columns.map(([heading, width, of]) => ({ heading: heading[lang], width, of: (row) => of(row, lang) }));
