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
  private readonly closing: Statement[] = [];
  /** How much of `closing` had been said at each savepoint. */
  private readonly saved = new Map<string, number>();

  /** Is carried out just before the next statement, in the same trip; what it refuses is that statement's error. A transaction that is rolled back takes it along. */
  along(text: string, values: readonly unknown[] = []): void {
    this.waiting.push(statement(text, values));
  }

  /** Is carried out when the transaction is done, with its end: what it holds is held for no longer. What is rolled back to a savepoint takes along what was said after it. */
  atLast(text: string, values: readonly unknown[]): void {
    this.closing.push(statement(text, values));
  }

  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const ask = super.query.bind(this) as (...given: unknown[]) => never;
    if (typeof text !== 'string' || asked.length > 2) return this.after(this.carry(ask), ask(...asked));
    if (text === beginning) {
      this.along(text);
      return Promise.resolve(nothing()) as never;
    }
    if (text === 'ROLLBACK') {
      const begun = this.waiting.every((one) => one.text !== beginning);
      this.waiting.length = 0;
      this.closing.length = 0;
      return begun ? ask(text) : (Promise.resolve(nothing()) as never);
    }
    if (text === 'COMMIT') this.waiting.push(...this.closing.splice(0));
    const [, back, point = ''] = /^(rollback to )?savepoint (\w+)$/i.exec(text) ?? [];
    if (back) this.closing.length = Math.min(this.closing.length, this.saved.get(point) ?? 0);
    else if (point) this.saved.set(point, this.closing.length);
    const given = Array.isArray(values) ? (values as unknown[]) : [];
    const last = statement(text, given);
    // Several statements in one text are a simple query, which takes nothing along.
    if (text.includes(';') && given.length === 0) return this.after(this.carry(ask), ask(text));
    if (this.waiting.length === 0) return given.length > 0 ? ask({ ...last, values: given }) : ask(text);
    return this.trip(ask, [...this.waiting.splice(0), last]) as never;
  }

  private trip(ask: (trip: OneTrip) => unknown, statements: readonly Statement[]): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      ask(new OneTrip(statements, (error, result) => (error ? reject(error) : resolve(result))));
    });
  }

  /** What waits goes on its own. */
  private carry(ask: (trip: OneTrip) => unknown): Promise<unknown> | undefined {
    return this.waiting.length > 0 ? this.trip(ask, this.waiting.splice(0)) : undefined;
  }

  /** The answer, or what was wrong before it could be one. */
  private after(carried: Promise<unknown> | undefined, answer: never): never {
    carried?.catch(() => undefined);
    const promise = answer as unknown;
    if (!carried || !(promise instanceof Promise)) return answer;
    promise.catch(() => undefined);
    return carried.then(() => promise as Promise<unknown>) as never;
  }
}

const statement = (text: string, values: readonly unknown[]): Statement => ({
  name: values.length > 0 ? statementName(text) : undefined,
  text,
  values,
});
