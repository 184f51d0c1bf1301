// What can be wrong with a row, in words: the same on the screen and in the sheet of errors that is taken home.
export const importWords: Readonly<Record<string, Readonly<{ sv: string; en: string }>>> = {
  'text.personal-number': {
    sv: 'Ser ut som ett personnummer. Det får inte finnas i Samverkan.',
    en: 'Looks like a personal identity number. It must not be in Samverkan.',
  },
  'text.maybe-personal-number': {
    sv: 'Siffrorna kan vara ett personnummer. Skriv dem på ett annat sätt eller ta bort dem.',
    en: 'The figures may be a personal identity number. Write them another way or take them away.',
  },
  'text.masked-number': {
    sv: 'Ser ut som ett delvis dolt personnummer. Ta bort det.',
    en: 'Looks like a partly hidden personal identity number. Take it away.',
  },
  'text.shelter-address': {
    sv: 'En adress i en rad om skyddat boende får inte finnas. Ta bort adressen.',
    en: 'A row about sheltered housing must hold no address. Take it away.',
  },
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
  'field.too-long': { sv: 'För lång text.', en: 'The text is too long.' },
  'field.too-short': { sv: 'För kort text.', en: 'The text is too short.' },
  'field.wrong-form': { sv: 'Har fel form.', en: 'Has the wrong form.' },
};

export const importIssueWords = (issue: { code: string; line?: number | undefined }, lang: 'sv' | 'en'): string =>
  (importWords[issue.code]?.[lang] ?? issue.code).replace('{line}', String(issue.line ?? ''));
