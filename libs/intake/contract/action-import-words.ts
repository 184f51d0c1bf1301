// What can be wrong with a row of actions, in words.
import { type SheetWords } from '@samverkan/shared/contract';

export const actionImportWords: SheetWords = {
  'import.title-missing': { sv: 'Rubriken saknas.', en: 'The title is missing.' },
  'import.kind-missing': { sv: 'Typen saknas.', en: 'The kind is missing.' },
  'import.unknown-word': {
    sv: 'Ordet finns inte i listan. Sidan visar de ord som finns.',
    en: 'The word is not in the list. The page shows those there are.',
  },
  'import.retired-word': {
    sv: 'Ordet används inte längre. Sidan visar de ord som finns.',
    en: 'The word is no longer in use. The page shows those there are.',
  },
  'import.other-organization': {
    sv: 'Raden gäller en annan part. Du kan bara importera er egen organisations insatser.',
    en: 'The row is about another party. You can only import your own organisation’s actions.',
  },
  'import.joint': {
    sv: 'Insatsen har flera ägare. Importera den som er egen och bjud in den andra parten sedan.',
    en: 'The action has several owners. Import it as your own and invite the other party afterwards.',
  },
  'import.unknown-goal': {
    sv: 'Målet finns inte, eller flera mål kan menas. Skriv nummer och strategi: 2 (Handlingsplan 2022–2026).',
    en: 'There is no such goal, or several may be meant. Write its number and strategy.',
  },
  'import.unknown-municipality': { sv: 'Kommunen finns inte.', en: 'There is no such municipality.' },
  'import.not-a-day': { sv: 'Skriv datumet som 2026-01-31.', en: 'Write the date as 2026-01-31.' },
  'import.reason-missing': { sv: 'Skriv varför insatsen avbröts.', en: 'Write why the action was cancelled.' },
  'import.draft-stays-inside': {
    sv: 'Ett utkast kan bara visas för er och deltagarna.',
    en: 'A draft can be shown to you and the participants only.',
  },
  'import.matches-several': {
    sv: 'Ni har flera insatser med samma rubrik och period.',
    en: 'You have several actions with that title and period.',
  },
  'import.twice-in-file': { sv: 'Samma insats finns på rad {line}.', en: 'The same action stands on line {line}.' },
  'action.ends-before-it-starts': { sv: 'Slutet ligger före början.', en: 'The end is before the beginning.' },
};
