// Names as people have them: å ä ö, hyphens and particles, in search and in order.
import type { ContactFunction, ContactPage } from '@samverkan/contacts/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const names = [
  'Ebba von Essen',
  'Åsa af Ekenstam',
  'Louis De Geer',
  'Anna-Karin Öberg-Nilsson',
  'Örjan Ärlig',
  'Ängla Zetterlund',
  'Björn Åkesson',
];

let app: TestApp;
let keeper: Client;
let reader: Client;
beforeAll(async () => {
  app = await testApp();
  keeper = await app.someone('coordinator', 'municipality:2283');
  reader = await app.someone('coordinator', 'municipality:2282');
  for (const name of names) {
    const { status } = await keeper.post<ContactFunction>('/api/contacts', {
      title: `Handläggare ${names.indexOf(name)}`,
      visibility: 'members',
      holder: { naming: 'named', name },
    });
    expect(status).toBe(201);
  }
  for (const title of ['Ölandsgruppen', 'Zonterapi', 'Ärendeteam', 'Åtgärdsgruppen', 'Arbetsgrupp'])
    await keeper.post('/api/contacts', { title: `${title} för prov`, visibility: 'members' });
}, 60_000);
afterAll(() => app.close());

const found = async (q: string) =>
  (await reader.get<ContactPage>(`/api/contacts?scope=all&size=100&q=${encodeURIComponent(q)}`)).body.items.map(
    ({ holderName }) => holderName,
  );

describe('a holder’s name', () => {
  it.each([
    ['von Essen', 'Ebba von Essen'],
    ['essen', 'Ebba von Essen'],
    ['Ebba Essen', 'Ebba von Essen'],
    ['af Ekenstam', 'Åsa af Ekenstam'],
    ['Åsa', 'Åsa af Ekenstam'],
    ['De Geer', 'Louis De Geer'],
    ['de geer', 'Louis De Geer'],
    ['Anna-Karin', 'Anna-Karin Öberg-Nilsson'],
    ['karin nilsson', 'Anna-Karin Öberg-Nilsson'],
    ['öberg', 'Anna-Karin Öberg-Nilsson'],
    ['ÄRLIG', 'Örjan Ärlig'],
    ['Angla Zetterlund', 'Ängla Zetterlund'],
  ])('is found by “%s”', async (words, name) => {
    expect((await found(words))[0]).toBe(name);
  });

  it('is not found by another’s letter: å is not a where both are names', async () => {
    expect(await found('Åkesson')).toEqual(['Björn Åkesson']);
  });
});

it('puts å, ä and ö last', async () => {
  const { body } = await reader.get<ContactPage>('/api/contacts?scope=all&size=100&q=prov&sort=title');
  expect(body.items.map(({ title }) => title.split(' ')[0]).filter((title) => title !== 'Handläggare')).toEqual([
    'Arbetsgrupp',
    'Zonterapi',
    'Åtgärdsgruppen',
    'Ärendeteam',
    'Ölandsgruppen',
  ]);
});
