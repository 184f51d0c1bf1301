// The connection of the runtime: what is asked in a transaction with values is prepared once and planned no oftener than PostgreSQL finds worth it. Without
// it half the time of logging a line went into planning the same few statements, whose rights are long, anew for each writer. And a trip to PostgreSQL
// costs more than most of what is asked on it: what nobody waits for the answer of goes along with the next statement.
import pg from 'pg';
import { OneTrip, type Statement } from './one-trip.query';
import { statementName } from './statement-names';

const beginning = 'START TRANSACTION';

/** Nothing, said by PostgreSQL itself. */
const nothing = (): pg.QueryResult => new pg.Result('', undefined as never) as unknown as pg.QueryResult;

export class PreparedClient extends pg.Client {
  private readonly waiting: Statement[] = [];

  /** Is carried out just before the next statement, in the same trip; what it refuses is that statement's error. A transaction that is rolled back takes it along. */
  along(text: string, values: readonly unknown[] = []): void {
    this.waiting.push({ name: values.length > 0 ? statementName(text) : undefined, text, values });
  }

  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const ask = super.query.bind(this) as (...given: unknown[]) => never;
    if (typeof text !== 'string' || asked.length > 2) {
      this.carry(ask);
      return ask(...asked);
    }
    if (text === beginning) {
      this.along(text);
      return Promise.resolve(nothing()) as never;
    }
    if (text === 'ROLLBACK') {
      const begun = this.waiting.every((statement) => statement.text !== beginning);
      this.waiting.length = 0;
      return begun ? ask(text) : (Promise.resolve(nothing()) as never);
    }
    const given = Array.isArray(values) ? (values as unknown[]) : [];
    const name = given.length > 0 ? statementName(text) : undefined;
    // Several statements in one text are a simple query, which takes nothing along.
    if (text.includes(';') && given.length === 0) this.carry(ask);
    if (this.waiting.length === 0) return given.length > 0 ? ask({ name, text, values: given }) : ask(text);
    const statements = [...this.waiting.splice(0), { name, text, values: given }];
    return new Promise<pg.QueryResult>((resolve, reject) => {
      ask(new OneTrip(statements, (error, result) => (error ? reject(error) : resolve(result))));
    }) as never;
  }

  /** What waits goes on its own. When it fails the transaction is over, and what comes after says so. */
  private carry(ask: (trip: OneTrip) => unknown): void {
    if (this.waiting.length > 0) ask(new OneTrip(this.waiting.splice(0), () => undefined));
  }
}
