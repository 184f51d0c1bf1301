import type { Action } from '@samverkan/actions/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import { type Vocabularies, type VocabularyName, wordOf } from '@samverkan/vocabularies/contract';
import { type Language, statusWords, visibilityWords } from './action-words';

/** An action as a row of a file. */
export interface ActionSheetRow extends Omit<Action, 'allowed' | 'alike' | 'responsibleFunctionId'> {
  municipalities: string[];
}

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).join('; ');
const all = (codes: readonly string[], name: VocabularyName, lang: Language, lists: Vocabularies) =>
  codes.map((code) => wordOf(lists, name, code, lang)).join('; ');

const columns: [
  heading: Record<Language, string>,
  width: number,
  of: (row: ActionSheetRow, lang: Language, lists: Vocabularies) => string | null,
][] = [
  [{ sv: 'Nummer', en: 'Reference' }, 16, (row) => row.reference],
  [{ sv: 'Rubrik', en: 'Title' }, 44, (row) => row.title],
  [{ sv: 'Typ', en: 'Kind' }, 20, (row, lang, lists) => wordOf(lists, 'kind', row.kind, lang)],
  [{ sv: 'Status', en: 'Status' }, 12, (row, lang) => statusWords[row.status][lang]],
  [{ sv: 'Startar', en: 'Starts' }, 12, (row) => row.startsOn],
  [{ sv: 'Slutar', en: 'Ends' }, 12, (row) => row.endsOn],
  [{ sv: 'Ägare', en: 'Owners' }, 32, (row) => names(row.owners)],
  [{ sv: 'Partner', en: 'Partners' }, 32, (row) => names(row.partners)],
  [{ sv: 'Kommuner', en: 'Municipalities' }, 30, (row) => row.municipalities.join('; ')],
  [
    { sv: 'Mål', en: 'Goals' },
    40,
    (row, lang) =>
      row.goals
        .map(({ number, title, titleEn, strategyShortTitle }) => {
          const words = lang === 'en' ? (titleEn ?? title) : title;
          return `${number} ${words} (${strategyShortTitle})`;
        })
        .join('; '),
  ],
  [
    { sv: 'Målgrupper', en: 'Target groups' },
    30,
    (row, lang, lists) => all(row.targetGroups, 'targetGroup', lang, lists),
  ],
  [{ sv: 'Våldsformer', en: 'Forms of violence' }, 30, (row, lang, lists) => all(row.forms, 'form', lang, lists)],
  [{ sv: 'Faser', en: 'Phases' }, 20, (row, lang, lists) => all(row.phases, 'phase', lang, lists)],
  [{ sv: 'Ansvarig funktion', en: 'Responsible function' }, 24, (row) => row.responsibleFunction],
  [{ sv: 'Synlig för', en: 'Visible to' }, 16, (row, lang) => visibilityWords[row.visibility][lang]],
  [{ sv: 'Beskrivning', en: 'Description' }, 60, (row) => row.description],
  [{ sv: 'Avbruten därför att', en: 'Cancelled because' }, 30, (row) => row.cancelReason],
  [{ sv: 'Senaste rad', en: 'Latest update' }, 14, (row) => row.lastUpdateOn],
  [{ sv: 'Ändrad', en: 'Changed' }, 14, (row) => row.changedAt.slice(0, 10)],
];

export const actionSheetColumns = (lang: Language, lists: Vocabularies): SheetColumn<ActionSheetRow>[] =>
  columns.map(([heading, width, of]) => ({ heading: heading[lang], width, of: (row) => of(row, lang, lists) }));
