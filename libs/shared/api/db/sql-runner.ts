/** Runs one statement in somebody's transaction and gives its rows. */
export type SqlRunner = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
