import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  CONFIGURATION,
  type Configuration,
  type Gone,
  type SqlRunner,
  databaseUrlFor,
  eachDue,
  log,
} from '@samverkan/shared/api';
import pg from 'pg';

/** Whose deed it is, where that is known. */
interface OnBehalf {
  userId?: string | undefined;
  organizationId?: string | undefined;
}

/** Connections of the sign-in role: the only one that reads credentials, sessions and other people's memberships. */
@Injectable()
export class SignInPool implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.pool = new pg.Pool({
      connectionString: databaseUrlFor(settings, 'signin'),
      max: 4,
      connectionTimeoutMillis: 2000,
      // As everywhere: PostgreSQL ends a question sooner, so what is silent for so long is dead.
      query_timeout: 20_000,
      keepAlive: true,
    });
    this.pool.on('error', () => log.warn('a sign-in connection was lost'));
  }

  /** Rows of one statement on its own. */
  readonly query: SqlRunner = async (text, values = []) =>
    (await this.pool.query<Record<string, unknown>>(text, values)).rows;

  /** Several statements as one, in the name of the person (for the audit) when she is known. */
  async transaction<T>(who: OnBehalf, work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      await client.query(`select set_config('samverkan.user', $1, true), set_config('samverkan.org', $2, true)`, [
        who.userId ?? '',
        who.organizationId ?? '',
      ]);
      const result = await work(async (text, values = []) => (await client.query(text, values)).rows as never);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((fault: Error) => (broken = fault));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Each that is due in a transaction of its own. */
  async each(due: string, work: (sql: SqlRunner, id: string) => Promise<boolean>): Promise<Gone> {
    const rows = await this.query(due);
    return eachDue(
      rows.map(({ id }) => String(id)),
      (id) => this.transaction({}, (sql) => work(sql, id)),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
