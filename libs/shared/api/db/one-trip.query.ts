// A read in one round trip: the prepared context and the query before one Sync run in one implicit transaction.
// It rests on pg's internals, so pg is pinned and db.api.spec.ts sends mixed requests of several actors over few connections.
import pg from 'pg';
import { contextSql } from './context-settings';

const contextName = 'samverkan_context';

interface Wire {
  submittedNamedStatements: Record<string, string>;
  parse(message: { text: string; name: string; types: undefined }): void;
  bind(message: {
    portal: string;
    statement: string;
    values: string[];
    binary: boolean;
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(message: { portal: string; rows: number }): void;
}

interface QueryInternals {
  requiresPreparation(): boolean;
  prepare(wire: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
}

const Base = pg.Query as unknown as new (
  config: pg.QueryConfig,
  callback: (error: Error | undefined, result: pg.QueryResult) => void,
) => QueryInternals;

export class OneTripQuery extends Base {
  private contextIsSet = false;

  constructor(
    config: pg.QueryConfig,
    private readonly context: string[],
    callback: (error: Error | undefined, result: pg.QueryResult) => void,
  ) {
    super(config, callback);
  }

  /** Always the extended protocol: pg sends a text without values and name as a simple query, which would leave the context behind. */
  override requiresPreparation(): boolean {
    return true;
  }

  override prepare(wire: Wire): void {
    if (wire.submittedNamedStatements[contextName] === undefined) {
      wire.parse({ text: contextSql, name: contextName, types: undefined });
      wire.submittedNamedStatements[contextName] = contextSql;
    }
    wire.bind({
      portal: '',
      statement: contextName,
      values: this.context,
      binary: false,
      valueMapper: (value) => value,
    });
    wire.execute({ portal: '', rows: 0 });
    super.prepare(wire);
  }

  override handleDataRow(message: unknown): void {
    if (this.contextIsSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.contextIsSet) super.handleCommandComplete(message, wire);
    this.contextIsSet = true;
  }
}
