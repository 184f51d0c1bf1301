import { type TestApp, testApp } from '@samverkan/testing';
import { seedGeography } from '../../database/seeds/geography.seed';
import { seedOrganizations } from '../../database/seeds/organizations.seed';
import { seedPublications } from '../../database/seeds/publications.seed';
import { seedStrategies } from '../../database/seeds/strategies.seed';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const tables = [
  'county',
  'municipality',
  'organization',
  'organization_name',
  'organization_county',
  'organization_municipality',
  'strategy',
  'strategy_succession',
  'strategy_frame',
  'goal',
  'goal_link',
  'signatory',
  'publication',
  'publication_link',
  'publication_selection',
];
const everything = () =>
  Promise.all(tables.map((table) => app.sql(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)));
const readInAgain = async () => {
  for (const seed of [seedGeography, seedOrganizations, seedStrategies, seedPublications])
    await seed((text, values) => app.sql(text, values));
};

describe('reading the reference data in again', () => {
  it('changes nothing', async () => {
    const before = await everything();
    await readInAgain();
    expect(await everything()).toEqual(before);
  });

  it('leaves alone what an organisation has changed since', async () => {
    await app.sql(
      `update organization set website = 'https://kramfors.example', description = 'Vår egen text' where key = 'municipality:2282'`,
    );
    await readInAgain();
    expect(await app.sql(`select website, description from organization where key = 'municipality:2282'`)).toEqual([
      { website: 'https://kramfors.example', description: 'Vår egen text' },
    ]);
  });
});
