import type { OrganizationPage } from '@samverkan/organizations/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

let app: TestApp;
let ida: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
});
afterAll(() => app.close());

const csv = async (query: string): Promise<string[][]> =>
  parse((await ida.get(`/api/organizations/export?format=csv&${query}`)).text, { delimiter: ';', bom: true });
const workbook = async (query: string) => {
  const response = await fetch(`${app.url}/api/organizations/export?format=xlsx&${query}`, {
    headers: { cookie: ida.cookieHeader },
  });
  return readSheet(Buffer.from(await response.arrayBuffer()));
};

describe('the list of parties as a file', () => {
  it('has every row the list has, in its order, with the same filters', async () => {
    const rows = await csv('kind=municipality&sort=name');
    expect(rows).toHaveLength(291);
    const { body } = await ida.get<OrganizationPage>('/api/organizations?kind=municipality&sort=name&size=100&page=3');
    expect(rows.slice(201).map(([name]) => name)).toEqual(body.items.map(({ name }) => name));
    expect(rows[0]?.slice(0, 3)).toEqual(['Namn', 'Engelskt namn', 'Typ']);
  });

  it('says the same in a workbook, å ä ö and all', async () => {
    const query = 'county=22&sort=name';
    const plain = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map((cell) => cell ?? ''));
    expect(plain(await workbook(query))).toEqual(await csv(query));
    expect((await csv(query)).map(([name]) => name)).toContain('Örnsköldsviks kommun');
  });

  it('speaks English when the screen does, and of a day when it is asked as of one', async () => {
    const rows = await csv('q=landstinget%20v%C3%A4sternorrland&asOf=2018-05-05&lang=en');
    expect([rows[0]?.[0], rows[1]?.[0], rows[1]?.[2], rows.length]).toEqual([
      'Name',
      'Landstinget Västernorrland',
      'Region',
      2,
    ]);
  });

  it('runs nothing in the spreadsheet of whoever opens it', async () => {
    await app.sql(
      `update organization set description = '=HYPERLINK("http://x.example")' where key = 'municipality:2282'`,
    );
    const cell = (rows: readonly (readonly unknown[])[]) => rows.find(([name]) => name === 'Kramfors kommun')?.[9];
    expect(cell(await csv('q=kramfors'))).toBe(`'=HYPERLINK("http://x.example")`);
    expect(cell(await workbook('q=kramfors'))).toBe('=HYPERLINK("http://x.example")');
  });

  it('refuses what is no format, and a filter that does not exist, as the list does', async () => {
    expect((await ida.get('/api/organizations/export?format=pdf')).status).toBe(400);
    expect((await ida.get('/api/organizations/export?format=csv&farg=gron')).status).toBe(400);
    expect((await (await app.stranger()).get('/api/organizations/export?format=csv')).status).toBe(401);
  });
});
