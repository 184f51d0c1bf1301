// The list as files: what the list has, in its order, under its rights, and nothing else.
import type { Action, ActionPage } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let jon: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
  jon = await app.signIn('jon.wik');
  const log = (fields: object) =>
    ida.post<Action>('/api/actions', { kind: 'training', visibility: 'county', status: 'planned', ...fields });
  await log({ title: '=1+1; "Filprov"', municipalityCodes: ['2282', '2260'], targetGroups: ['elderly'] });
  await log({ title: 'Filprov utkast', status: 'draft', visibility: 'own' });
});
afterAll(() => app.close());

const file = (client: Client, query: string) => client.get(`/api/actions/export?${query}`);
const byName = <T extends Pick<Action, 'partners'>>(row: T): T => ({
  ...row,
  partners: row.partners.toSorted((one, other) => one.name.localeCompare(other.name)),
});
const linesOf = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n');

it.each(['', 'status=ongoing&sort=title&order=asc&', 'municipality=2281&sort=ends&order=asc&', 'mine=true&'])(
  'holds the list of “%s” whole and in its order, for each reader',
  async (query) => {
    for (const client of [ida, jon]) {
      const { body } = await client.get<ActionPage>(`/api/actions?${query}size=100`);
      const { status, text } = await file(client, `${query}format=json`);
      expect(status).toBe(200);
      const rows = JSON.parse(text) as Action[];
      expect(rows).toHaveLength(body.items.length);
      // The names of what a row names too; partners have no order of their own.
      expect(rows.map(byName)).toMatchObject(body.items.map(byName));
    }
  },
);

it('has words where the list has codes, and no formula that a spreadsheet would reckon', async () => {
  const { text } = await file(ida, 'q=Filprov&format=csv&sort=title&order=asc');
  const [headings, ...rows] = linesOf(text);
  expect(headings?.split(';').slice(0, 5)).toEqual(['Nummer', 'Rubrik', 'Typ', 'Status', 'Startar']);
  expect(rows).toHaveLength(2);
  const formula = rows.find((row) => row.includes('1+1'));
  expect(formula).toContain(`"'=1+1; ""Filprov"""`);
  for (const words of ['Utbildning', 'Planerad', 'Kramfors kommun', 'Kramfors; Ånge', 'Länet'])
    expect(formula).toContain(words);
});

it('leaves others’ drafts out of every kind of file', async () => {
  for (const format of ['csv', 'json']) {
    expect((await file(ida, `q=Filprov&format=${format}`)).text).toContain('Filprov utkast');
    expect((await file(jon, `q=Filprov&format=${format}`)).text).not.toContain('Filprov utkast');
  }
});

it('is whole where nothing is found, and a workbook is one', async () => {
  expect(JSON.parse((await file(ida, 'q=finnsinte&format=json')).text)).toEqual([]);
  expect(linesOf((await file(ida, 'q=finnsinte&format=csv')).text)).toHaveLength(1);
  expect((await file(ida, 'q=Filprov&format=xlsx')).text.startsWith('PK')).toBe(true);
  expect((await file(ida, 'format=pdf')).status).toBe(400);
});
