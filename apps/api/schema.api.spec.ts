import { type TestApp, testApp } from '@samverkan/testing';
import { ownerDataSource } from './migrate-database';
import { migrationNames } from './migrations';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

describe('the migrations', () => {
  it('stand in the order in which a database takes them: a backup is restored up to the last it knew', () => {
    const numbers = migrationNames.map((name) => Number(name.slice(-13)));
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
  });

  it('leave nothing for TypeORM to generate: every entity is what the tables say', async () => {
    // TypeORM asks for its own notes on generated columns; we keep none, so an empty table answers.
    await app.sql(
      'create table typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)',
    );
    const source = await ownerDataSource(app.ownerUrl).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      const tables = source.entityMetadatas.map((entity) => entity.tableName);
      // Indexes, checks and the derived search column live in the migrations alone; columns, types and defaults must agree.
      const drift = upQueries
        .map((query) => query.query)
        .filter(
          (text) =>
            tables.some((table) => text.includes(`"${table}"`)) &&
            !/INDEX|CONSTRAINT|COMMENT|DROP COLUMN "words"/.test(text),
        );
      expect(drift).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('may run again, and by two at once, without changing anything', async () => {
    const count = () =>
      app.sql(
        'select (select count(*) from organization) as o, (select count(*) from goal) as g, (select count(*) from action) as a, (select count(*) from app_user) as u',
      );
    const before = await count();
    await Promise.all([app.migrateAgain(), app.migrateAgain()]);
    expect(await count()).toEqual(before);
  });

  it('seed the 372 organisations, the frames and the 61 sample actions marked as demo', async () => {
    const kinds = await app.sql(`select count(*)::int as n from organization where not demo`);
    expect(kinds).toEqual([{ n: 372 }]);
    expect(await app.sql('select count(*)::int as n, bool_and(demo) as demo from action')).toEqual([
      { n: 61, demo: true },
    ]);
  });
});
