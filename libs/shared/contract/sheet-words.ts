// What can be wrong with a row of any sheet, in words: the same on the screen and in the sheet of errors that is taken home.
export type SheetWords = Readonly<Record<string, Readonly<{ sv: string; en: string }>>>;

export const sheetWords: SheetWords = {
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
  'field.too-long': { sv: 'För lång text.', en: 'The text is too long.' },
  'field.too-short': { sv: 'För kort text.', en: 'The text is too short.' },
  'field.wrong-form': { sv: 'Har fel form.', en: 'Has the wrong form.' },
};

/** The sentence for an issue: the sheet's own words first. An unknown code is shown as it is. */
export const sheetIssueWords = (
  own: SheetWords,
  issue: { code: string; line?: number | undefined },
  lang: 'sv' | 'en',
): string => ({ ...sheetWords, ...own })[issue.code]?.[lang].replace('{line}', String(issue.line ?? '')) ?? issue.code;
