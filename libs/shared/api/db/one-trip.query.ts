// Several statements in one round trip: they stand before one Sync, and the first that fails ends them all. A read sends its context so, and a deed what
// nobody waits for the answer of. It rests on pg's internals, so pg is pinned and db.api.spec.ts sends mixed requests of several actors over few connections.
import pg from 'pg';

export interface Statement {
  /** Without one PostgreSQL reads the text anew each time. */
  name?: string | undefined;
  text: string;
  values: readonly unknown[];
}

interface Wire {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  parse(message: object): void;
  bind(message: object): void;
  describe(message: object): void;
  execute(message: object): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
}

/** pg's own way with one statement: it reads, binds and asks, and keeps the rows. */
interface Query {
  name?: string;
  text: string;
  hasBeenParsed(wire: Wire): boolean;
  prepare(wire: Wire): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleCopyInResponse(wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
}

const QueryOf = pg.Query as unknown as new (
  config: object,
  callback: (error: Error | undefined, result: pg.QueryResult) => void,
) => Query;

/** `done` is given the answer of the last of the statements, or the error of the first that failed. */
export class OneTrip implements pg.Submittable {
  private readonly queries: Query[];
  /** How many of them have been carried out. */
  private ended = 0;
  private failure: Error | undefined;
  private result: pg.QueryResult | undefined;
  /** Those that this connection reads for the first time, by their names. */
  private readonly fresh: Query[] = [];

  constructor(
    statements: readonly Statement[],
    private readonly done: (error: Error | undefined, result: pg.QueryResult) => void,
  ) {
    this.queries = statements.map(
      (statement) =>
        new QueryOf({ ...statement, queryMode: 'extended' }, (error, result) => {
          this.failure ??= error;
          this.result = result;
        }),
    );
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire;
    // Only the last one's answer is wanted, so only its columns are asked for.
    const unheard: Wire = {
      stream: wire.stream,
      parsedStatements: wire.parsedStatements,
      submittedNamedStatements: wire.submittedNamedStatements,
      parse: (message) => wire.parse(message),
      bind: (message) => wire.bind(message),
      describe: () => undefined,
      execute: (message) => wire.execute(message),
      close: (message) => wire.close(message),
      sync: () => undefined,
    };
    const heard: Wire = { ...unheard, describe: (message) => wire.describe(message) };
    wire.stream.cork();
    try {
      for (const query of this.queries) {
        if (query.name && !query.hasBeenParsed(wire)) this.fresh.push(query);
        query.prepare(query === this.last ? heard : unheard);
        if (this.failure) {
          // A value that cannot be sent: pg has closed the statement, so this connection knows its name no more.
          if (this.fresh.at(-1) === query) this.fresh.pop();
          Reflect.deleteProperty(wire.submittedNamedStatements, query.name ?? '');
          Reflect.deleteProperty(wire.parsedStatements, query.name ?? '');
          break;
        }
      }
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  handleRowDescription(message: unknown): void {
    this.last.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    if (this.ended === this.queries.length - 1) this.last.handleDataRow(message);
  }

  handleEmptyQuery(): void {
    this.ended++;
  }

  handleCopyInResponse(wire: Wire): void {
    this.last.handleCopyInResponse(wire);
  }

  handleCopyData(): void {
    // What is copied out is asked for in no trip.
  }

  handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.ended < this.queries.length - 1) this.ended++;
    else this.last.handleCommandComplete(message, wire);
  }

  handleError(error: Error, wire: Wire): void {
    for (const { name = '' } of this.fresh) {
      Reflect.deleteProperty(wire.submittedNamedStatements, name);
      // What came after the one that failed was never read, and what came before it was: neither is known by its name any more.
      if (error instanceof pg.DatabaseError) wire.close({ type: 'S', name });
    }
    this.done(error, undefined as never);
  }

  handleReadyForQuery(wire: Wire): void {
    for (const { name = '', text } of this.fresh) {
      Reflect.deleteProperty(wire.submittedNamedStatements, name);
      wire.parsedStatements[name] = text;
    }
    this.last.handleReadyForQuery(wire);
    this.done(this.failure, this.result as pg.QueryResult);
  }

  private get last(): Query {
    return this.queries.at(-1) as Query;
  }
}
