// The connection of the runtime: what is asked in a transaction with values is prepared once and planned no oftener than PostgreSQL finds worth it. Without
// it half the time of logging a line went into planning the same few statements, whose rights are long, anew for each writer.
import pg from 'pg';
import { statementName } from './statement-names';

export class PreparedClient extends pg.Client {
  override query(...asked: unknown[]): never {
    const [text, values] = asked;
    const ask = super.query as (...given: unknown[]) => never;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || asked.length > 2)
      return ask.apply(this, asked);
    return ask.call(this, { name: statementName(text), text, values });
  }
}
