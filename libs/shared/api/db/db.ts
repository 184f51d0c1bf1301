// The only way to the database. Reads take one trip; changes run in the request's transaction; both carry the actor's context.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import {
  DataSource,
  type EntityTarget,
  type ObjectLiteral,
  type QueryRunner,
  QueryRunnerAlreadyReleasedError,
  type Repository,
} from 'typeorm';
import type { Actor } from './actor';
import { contextSql, contextValues } from './context-settings';
import { OneTrip } from './one-trip.query';
import type { PreparedClient } from './prepared-client';
import { currentScope, runInScope } from './request-scope';
import type { SqlRunner } from './sql-runner';
import { statementName } from './statement-names';

type Row = Record<string, unknown>;

/** PostgreSQL itself ends a question after fifteen seconds: what is silent for longer is a connection that has died without having said so. */
const silentMs = 20_000;

const silence = () => Object.assign(new Error('The database did not answer.'), { code: 'ETIMEDOUT' });

/** The rows a statement gives, also one that changes: TypeORM alone would give those of UPDATE and DELETE wrapped in a pair with their count. */
const rowsOf = async (runner: QueryRunner, text: string, values?: unknown[]): Promise<Row[]> =>
  ((await runner.query(text, values, true)).records ?? []) as Row[];

@Injectable()
export class Db {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Rows the actor may see. In a changing request it reads inside the running transaction, else in one trip, read only. */
  async query<T extends object = Row>(text: string, values: unknown[] = []): Promise<T[]> {
    const scope = currentScope();
    if (scope?.runner) return (await rowsOf(scope.runner, text, values)) as T[];
    return this.oneTrip<T>(contextValues(scope?.actor, true), text, values);
  }

  /** The first row, or undefined. */
  async one<T extends object = Row>(text: string, values: unknown[] = []): Promise<T | undefined> {
    return (await this.query<T>(text, values))[0];
  }

  /** The single text column `json` of the first row: JSON built in PostgreSQL and passed on as it is. */
  async json(text: string, values: unknown[] = []): Promise<string | undefined> {
    return (await this.one<{ json: string | null }>(text, values))?.json ?? undefined;
  }

  /** As `json`, for a text whose values change nothing in how it is best read: PostgreSQL plans it once for each connection, not for each reader. */
  async jsonPlannedOnce(text: string, values: unknown[] = []): Promise<string | undefined> {
    return (await this.onePlannedOnce<{ json: string | null }>(text, values))?.json ?? undefined;
  }

  /** As `one`, in the same way: what is read by its id is read alike whoever asks, and to plan it costs more than to read it. */
  async onePlannedOnce<T extends object = Row>(text: string, values: unknown[] = []): Promise<T | undefined> {
    const scope = currentScope();
    if (scope?.runner) return this.one<T>(text, values);
    return (await this.oneTrip<T>(contextValues(scope?.actor, true, true), text, values))[0];
  }

  /** A read for an actor who is not the one of this request: the live streams ask so, all of them the same. Planned once for each connection. */
  readAs<T extends object = Row>(actor: Actor | undefined, text: string, values: unknown[] = []): Promise<T[]> {
    return this.oneTrip<T>(contextValues(actor, true, true), text, values);
  }

  /** A single change that stands by itself, whatever becomes of a transaction that runs: context, statement and commit in one trip. */
  async apart(text: string, values: unknown[]): Promise<void> {
    await this.oneTrip(contextValues(currentScope()?.actor, false), text, values);
  }

  /** A change whose answer nobody waits for, in the running transaction: it is carried out in its place, just before the next statement, on the same trip. */
  async along(text: string, values: unknown[]): Promise<void> {
    (await this.client()).along(text, values);
  }

  /** A change that is carried out when the running transaction is done, with its end: what it holds is held no longer than that. */
  async atLast(text: string, values: unknown[]): Promise<void> {
    (await this.client()).atLast(text, values);
  }

  private async oneTrip<T extends object = Row>(context: string[], text: string, values: unknown[]): Promise<T[]> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    let silent: NodeJS.Timeout | undefined;
    try {
      const result = await new Promise<pg.QueryResult<T>>((resolve, reject) => {
        const statements = [
          { name: statementName(contextSql), text: contextSql, values: context },
          { name: statementName(text), text, values },
        ];
        silent = setTimeout(() => reject(silence()), silentMs);
        client.query(
          new OneTrip(statements, (error, rows) => (error ? reject(error) : resolve(rows as pg.QueryResult<T>))),
        );
      });
      return result.rows;
    } catch (error) {
      // An error the server answered with leaves the connection whole; anything else does not.
      if (!(error instanceof pg.DatabaseError)) broken = error as Error;
      throw error;
    } finally {
      clearTimeout(silent);
      client.release(broken);
    }
  }

  /** Entities of the running transaction. Only for changing things: hot reads are queries. */
  repo<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.runner.manager.getRepository(entity);
  }

  /**
   * Changes the row only while it still has the version it was read with; the version goes up by one.
   * False when somebody was faster. (`save()` with a version column lost every concurrent update in a trial.)
   */
  async update<T extends ObjectLiteral & { id: string; version: number }>(
    entity: EntityTarget<T>,
    row: T,
    changes: Partial<T>,
  ): Promise<boolean> {
    const done = await this.runner.manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...changes, version: row.version + 1 } as never)
      .where('id = :id and version = :version', { id: row.id, version: row.version })
      .execute();
    if (done.affected !== 1) return false;
    Object.assign(row, changes, { version: row.version + 1 });
    return true;
  }

  /** Runs the work in a transaction with the actor's context. A transaction already running is joined. */
  async transaction<T>(work: () => Promise<T>, actor = currentScope()?.actor): Promise<T> {
    const scope = currentScope();
    if (scope?.runner) return work();
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PreparedClient;
    try {
      await runner.startTransaction();
      client.along(contextSql, contextValues(actor, false));
      const inside = { requestId: scope?.requestId ?? 'background', ...(actor ? { actor } : {}), runner };
      const result = await runInScope(inside, work);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Statements of the running transaction, for what must commit with it. Throws where none runs. */
  inTransaction(): SqlRunner {
    const { runner } = this;
    return (text, values) => rowsOf(runner, text, values);
  }

  private get runner(): QueryRunner {
    const runner = currentScope()?.runner;
    if (!runner)
      throw new Error('No transaction is running: changes happen in a request that changes, or in db.transaction().');
    return runner;
  }

  /** The connection of the running transaction; one that has been given back takes nothing more. */
  private async client(): Promise<PreparedClient> {
    if (this.runner.isReleased) throw new QueryRunnerAlreadyReleasedError();
    return (await this.runner.connect()) as PreparedClient;
  }

  private get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }
}
