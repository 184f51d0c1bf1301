import type { Term, Vocabularies, VocabularyName } from '@samverkan/vocabularies/contract';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { readParagraph } from './read-paragraph';

interface Sample {
  title: string;
  description: string;
}
const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;
const samples = read<Sample[]>('database/seeds/demo/sample-actions.json');
const places = [
  { code: '2260', name: 'Ånge' },
  { code: '2262', name: 'Timrå' },
  { code: '2280', name: 'Härnösand' },
  { code: '2281', name: 'Sundsvall' },
  { code: '2282', name: 'Kramfors' },
  { code: '2283', name: 'Sollefteå' },
  { code: '2284', name: 'Örnsköldsvik' },
];
const seeded = read<Record<VocabularyName, Pick<Term, 'code' | 'sv' | 'en' | 'synonymsSv' | 'synonymsEn'>[]>>(
  'database/seeds/reference/vocabularies.json',
);
const asTerm = (term: (typeof seeded)['kind'][number]): Term => ({
  ...term,
  state: 'in_use',
  successor: null,
  version: 1,
  changedAt: '2026-11-28T00:00:00.000Z',
});
const lists: Vocabularies = {
  items: (Object.keys(seeded) as VocabularyName[]).map((name) => ({
    name,
    version: 1,
    terms: seeded[name].map(asTerm),
  })),
};
const today = new Date(2026, 10, 28);
const pasted = ({ title, description }: Sample) => `${title}\n\n${description}`;
const of = (text: string) => {
  const found = readParagraph(text, lists, places, today);
  const values = (field: string) => found.filter((one) => one.field === field).flatMap((one) => one.values);
  return {
    found,
    values,
    words: (field: string) =>
      found.filter((one) => one.field === field).map(({ start, end }) => text.slice(start, end)),
  };
};
const sample = (title: string) => {
  const one = samples.find((other) => other.title === title);
  if (!one) throw new Error(`No sample is called ${title}.`);
  return of(pasted(one));
};

describe('a paragraph that is pasted', () => {
  it('is read as a coordinator would: kind, whom it is for, which violence, where and when, each with its words', () => {
    const text =
      'FREDA-utbildning för socialsekreterare i Kramfors och Sollefteå. Två dagar den 9–10 mars 2027 om att upptäcka våld i nära relationer och hedersrelaterat våld.';
    const { values, words } = of(text);
    expect(values('title')).toEqual(['FREDA-utbildning för socialsekreterare i Kramfors och Sollefteå']);
    expect(values('kind')).toEqual(['training']);
    expect(words('kind')).toEqual(['FREDA-utbildning']);
    expect(values('targetGroups')).toEqual(['professionals']);
    expect(values('municipalityCodes')).toEqual(['2282', '2283']);
    expect(values('forms')).toEqual(['intimate_partner', 'honour']);
    expect(values('phases')).toEqual(['detect']);
    expect(values('period')).toEqual(['2027-03-09', '2027-03-10']);
    expect(words('period')).toEqual(['9–10 mars 2027']);
  });

  it('gives the heading of every sample action as its title, and each of its suggestions shows words that stand there', () => {
    for (const one of samples) {
      const text = pasted(one);
      const { found, values } = of(text);
      expect(values('title')).toEqual([one.title]);
      for (const { start, end } of found) expect(text.slice(start, end).trim()).not.toBe('');
    }
  });

  it('says something of kind, group, form or phase of four samples in five', () => {
    const said = samples.filter((one) =>
      of(pasted(one)).found.some(({ field }) => ['kind', 'targetGroups', 'forms', 'phases'].includes(field)),
    );
    expect(said.length / samples.length).toBeGreaterThanOrEqual(0.8);
  });

  it('tells the samples apart by what they are', () => {
    expect(sample('Basutbildning i våld, tre nivåer').values('kind')).toEqual(['training']);
    expect(sample('Rutin för våldsfrågor i mödravården').values('kind')).toEqual(['routine']);
    expect(sample('Stödgrupp för hbtqi-personer').values('targetGroups')).toContain('lgbtqi');
    expect(sample('Stödgrupp för hbtqi-personer').values('municipalityCodes')).toHaveLength(7);
    expect(sample('Gemensam socialjour i Medelpad').values('municipalityCodes').sort()).toEqual([
      '2260',
      '2262',
      '2281',
    ]);
    expect(sample('Gemensam socialjour i Medelpad').values('forms')).toEqual(['honour']);
    expect(sample('Ekonomiskt våld i handläggningen').values('forms')).toEqual(['economic']);
    expect(sample('Kriscentrum för män i Härnösand').values('municipalityCodes')).toEqual(['2280']);
    expect(sample('Regionkoordinator mot prostitution och människohandel').values('forms')).toEqual([
      'prostitution_trafficking',
    ]);
  });

  it.each([
    ['Start 1 mars 2027, klart senast 30 april 2027', '2027-03-01', '2027-04-30'],
    ['Pågår 15 januari till 30 juni 2027.', '2027-01-15', '2027-06-30'],
    ['Kurs den 3 april.', '2027-04-03', '2027-04-03'],
    ['Från och med september 2026 till och med maj 2027', '2026-09-01', '2027-05-31'],
    ['Vi håller på november–februari 2027', '2026-11-01', '2027-02-28'],
    ['Kampanjvecka vecka 47–48 2027', '2027-11-22', '2027-12-05'],
    ['Under våren 2027 hålls fem träffar', '2027-01-01', '2027-06-30'],
    ['Det börjar i höst', '2026-08-01', ''],
    ['Vi gör det hösten 2027', '2027-08-01', '2027-12-31'],
    ['Första halvåret 2028', '2028-01-01', '2028-06-30'],
    ['Andra kvartalet 2027', '2027-04-01', '2027-06-30'],
    ['Rapporten lämnas senast den 31 december 2026', '', '2026-12-31'],
    ['fr.o.m. 2027-01-11 t.o.m. 2028-06-30', '2027-01-11', '2028-06-30'],
    ['Projektet löper under 2027–2028', '2027-01-01', '2028-12-31'],
    ['Vi fortsätter nästa år', '2027-01-01', '2027-12-31'],
  ])('reads days as they are written: %s', (text, from, to) => {
    expect(of(text).values('period')).toEqual([from, to]);
  });

  it.each([
    'Handlingsplan 2022–2026 gäller',
    'Vår personal och våra chefer',
    'Upp till 150 000 kronor',
    'Den 45 mars',
    'Marstrand och Majblomman',
  ])('takes no period out of words that only look like one: %s', (text) =>
    expect(of(text).values('period')).toEqual([]),
  );

  it('knows a municipality by its name alone, in the genitive too, and never inside another word', () => {
    expect(of('Örnsköldsviks kommun och Kramforsbygden').values('municipalityCodes')).toEqual(['2284']);
  });

  it.each(['sv', 'en'] as const)('knows every word of the lists as they stand on the screen: %s', (language) => {
    const fields = { kind: 'kind', targetGroup: 'targetGroups', form: 'forms', phase: 'phases' } as const;
    for (const [name, field] of Object.entries(fields))
      for (const term of seeded[name as keyof typeof fields].filter(({ code }) => code !== 'other'))
        expect([term.code, of(`Om ${term[language].toLowerCase()}.`).values(field)]).toEqual([
          term.code,
          expect.arrayContaining([term.code]),
        ]);
  });

  it('knows what was merged as its successor by the words of both, and knows nothing of what is retired', () => {
    const changed: Vocabularies = {
      items: lists.items.map((list) => ({
        ...list,
        terms: list.terms.map((term): Term => {
          if (term.code === 'honour') return { ...term, state: 'merged', successor: 'psychological' };
          return term.code === 'digital' ? { ...term, state: 'retired' } : term;
        }),
      })),
    };
    const found = (text: string) =>
      readParagraph(text, changed, places, today)
        .filter(({ field }) => field === 'forms')
        .flatMap(({ values }) => values);
    expect(found('Om hedersrelaterat våld.')).toEqual(['psychological']);
    expect(found('Om psykiskt våld.')).toEqual(['psychological']);
    expect(found('Om digitalt våld.')).toEqual([]);
  });

  it('never fails and never points outside the text, whatever is pasted', () => {
    const pieces = fc.constantFrom(
      '1–',
      '31 mars ',
      'vecka 53 ',
      'till ',
      'från ',
      '2027 ',
      'hösten ',
      'utbildning ',
      'Ånge',
      '\n',
      '.',
      ' ',
      '(',
      '*',
      '2027-02-31',
      'våld ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200, unit: 'grapheme' }),
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
        ),
        (text) => {
          for (const { field, values, start, end } of readParagraph(text, lists, places, today)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            if (field === 'period') {
              expect(values.join('')).toMatch(/^(?:\d{4}-\d\d-\d\d){1,2}$/);
              if (values[0] && values[1]) expect(values[0] <= values[1]).toBe(true);
            }
            const list = ({ kind: 'kind', targetGroups: 'targetGroup', forms: 'form', phases: 'phase' } as const)[
              field as 'kind'
            ];
            if (list) for (const value of values) expect(seeded[list].map(({ code }) => code)).toContain(value);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
