// database/schema.sql, docs/openapi.json and docs/licences.md: written from the migrations, the running API and the lock file, or with --check compared to them.
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { openDatabase } from './database.mjs';
import { licencesPage } from './licences.mjs';
import { dumpSchema } from './schema-dump.mjs';
import { run } from './system/processes.mjs';

const check = process.argv.includes('--check');
const name = 'samverkan_generated';

const on = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).toString();

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function generate({ url, keysPath }) {
  const environment = {
    ...process.env,
    DATABASE_URL: on(url, name),
    SAMVERKAN_KEYS: keysPath,
    SAMVERKAN_DEMO: '0',
    LOG_LEVEL: 'error',
  };
  await withClient(on(url, 'postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
    await client.query(`CREATE DATABASE ${name}`);
  });
  try {
    const migrated = await run(process.execPath, ['dist/apps/api/migrate.mjs'], { env: environment });
    if (migrated.code !== 0) throw new Error(`An empty database could not be migrated:\n${migrated.output}`);
    const schema = await withClient(environment.DATABASE_URL, dumpSchema);
    const openapi = await run(process.execPath, ['dist/apps/api/openapi.mjs'], { env: environment });
    if (openapi.code !== 0) throw new Error(`The OpenAPI document could not be made:\n${openapi.output}`);
    return { 'database/schema.sql': schema, 'docs/openapi.json': openapi.output, 'docs/licences.md': licencesPage() };
  } finally {
    await withClient(on(url, 'postgres'), (client) =>
      client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    ).catch(() => undefined);
  }
}

const given = process.env.TEST_DATABASE_URL;
const database = given
  ? { url: given, keysPath: process.env.SAMVERKAN_KEYS, stop: async () => undefined }
  : await openDatabase();
let stale = 0;
try {
  for (const [file, text] of Object.entries(await generate(database))) {
    if (!check) writeFileSync(file, text);
    else if (readText(file) !== text) {
      stale += 1;
      console.error(`${file} is not what the code says: run \`npm run db -- generate\` and read the difference.`);
    }
  }
} finally {
  await database.stop();
}
process.exit(stale > 0 ? 1 : 0);

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
