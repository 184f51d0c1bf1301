// What can be wrong with a row of functions, in words.
import { type SheetWords } from '@samverkan/shared/contract';

export const importWords: SheetWords = {
  'import.title-missing': { sv: 'Funktionens namn saknas.', en: 'The name of the function is missing.' },
  'import.other-organization': {
    sv: 'Raden gäller en annan part. Du kan bara importera er egen organisations funktioner.',
    en: 'The row is about another party. You can only import your own organisation’s functions.',
  },
  'import.unknown-subject': {
    sv: 'Ämnet finns inte. Sidan visar de ämnen som finns.',
    en: 'There is no such subject. The page shows those there are.',
  },
  'import.unknown-municipality': { sv: 'Kommunen finns inte.', en: 'There is no such municipality.' },
  'import.not-yes-or-no': { sv: 'Skriv ja eller nej.', en: 'Write yes or no.' },
  'import.not-a-day': { sv: 'Skriv datumet som 2026-01-31.', en: 'Write the date as 2026-01-31.' },
  'import.unknown-visibility': {
    sv: 'Skriv Bara vi, Länet, Alla anslutna eller Alla.',
    en: 'Write Only us, The county, All members or Everyone.',
  },
  'import.period-without-holder': {
    sv: 'Det står ett datum men ingen innehavare.',
    en: 'There is a date but no holder.',
  },
  'import.matches-several': {
    sv: 'Ni har flera funktioner med samma brevlåda eller namn. Ändra den här på sin egen sida.',
    en: 'You have several functions with that mailbox or name. Change this one on its own page.',
  },
  'import.twice-in-file': { sv: 'Samma funktion finns på rad {line}.', en: 'The same function stands on line {line}.' },
  'holder.began-the-same-day': {
    sv: 'Den som har funktionen i dag började samma dag eller senare. Rätta datumet.',
    en: 'Whoever holds the function began on that day or later. Correct the date.',
  },
  'holder.ends-before-it-begins': { sv: 'Slutet ligger före början.', en: 'The end is before the beginning.' },
};
