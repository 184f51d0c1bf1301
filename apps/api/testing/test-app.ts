// The real API on a real PostgreSQL, one database for each spec file.
import { configuration } from '@samverkan/shared/api';
import type { INestApplication, Type } from '@nestjs/common';
import pg from 'pg';
import { createApp } from '../create-app';
import { migrateDatabase } from '../migrate-database';
import { Client } from './client';
import { demoPassword, quickHash } from './quick-hash';
import { dropDatabase, freshDatabase } from './template';

export interface TestApp {
  url: string;
  /** Runs SQL as the owner: to look beneath the API, never instead of it. */
  sql<T extends pg.QueryResultRow = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  /** A signed-in demo person, by the first part of her address: `ida.nordlund`. */
  signIn(name: string): Promise<Client>;
  /** A new person with one role in one organisation (its key, as `county_board:22`), signed in. */
  someone(role: string, organizationKey: string): Promise<Client>;
  /** Nobody in particular, with a CSRF token. */
  stranger(): Promise<Client>;
  /** Address of the test database for a role of its own, to try row-level security alone. */
  runtimeUrl(role: 'app' | 'signin' | 'jobs'): string;
  /** The owner's address of this database. */
  ownerUrl: string;
  /** Runs migrations and seeds once more. */
  migrateAgain(): Promise<void>;
  /** A service of the running application, for what has no route. */
  get<T>(service: Type<T>): T;
  close(): Promise<void>;
}

interface Choices {
  /** Leads the API's own connections another way, as over a `Breaker`. */
  through?: (url: string) => Promise<string>;
  /** Settings that this installation has besides. */
  environment?: Record<string, string>;
  /** Runs before the application starts its work: a spec registers its own jobs here. */
  prepare?: (app: INestApplication) => void;
}

export async function testApp({ through, environment = {}, prepare }: Choices = {}): Promise<TestApp> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run `npm test`, which starts a database.');
  const keys = configuration({ DATABASE_URL: server, SAMVERKAN_KEYS: process.env['SAMVERKAN_KEYS'] }).keys;
  const databaseUrl = await freshDatabase(server, keys.dbPasswords);
  const settings = configuration({
    DATABASE_URL: through ? await through(databaseUrl) : databaseUrl,
    SAMVERKAN_KEYS: process.env['SAMVERKAN_KEYS'],
    SAMVERKAN_DEMO: '1',
    DATABASE_POOL: '4',
    // A test reads from one address what a whole network would: the limit has a spec of its own.
    PUBLIC_READS: '1000000',
    ...environment,
  });
  const app = await createApp(settings);
  prepare?.(app);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const owner = new pg.Client({ connectionString: databaseUrl, options: '-c search_path=samverkan' });
  await owner.connect();

  const stranger = async () => {
    const client = new Client(url);
    await client.get('/api/session/options');
    return client;
  };
  const enter = async (email: string) => {
    const client = await stranger();
    const answer = await client.post('/api/session', { email, password: demoPassword });
    if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${answer.text}`);
    return client;
  };
  const sql = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await owner.query<T>(text, values)).rows;

  return {
    url,
    sql,
    stranger,
    signIn: (name) => enter(`${name}@demo.example`),
    async someone(role, organizationKey) {
      const email = `${role}.${Math.random().toString(36).slice(2)}@test.example`;
      const [user] = await sql<{ id: string }>(
        'insert into app_user (email, name, demo) values ($1, $2, true) returning id',
        [email, `Person ${role}`],
      );
      await sql('insert into credential (user_id, password_hash) values ($1, $2)', [
        user?.id,
        await quickHash(demoPassword),
      ]);
      const placed = await sql(
        `insert into membership (user_id, organization_id, role, title) select $1, id, $3, 'Prov' from organization where key = $2 returning id`,
        [user?.id, organizationKey, role],
      );
      if (placed.length === 0) throw new Error(`No organisation is called ${organizationKey}.`);
      return enter(email);
    },
    runtimeUrl(role) {
      const address = new URL(databaseUrl);
      address.username = `samverkan_${role}`;
      address.password = keys.dbPasswords[role];
      return address.toString();
    },
    ownerUrl: databaseUrl,
    migrateAgain: () => migrateDatabase(databaseUrl, keys.dbPasswords, { demo: true }),
    get: (service) => app.get(service),
    async close() {
      await owner.end();
      await app.close();
      await dropDatabase(databaseUrl);
    },
  };
}
