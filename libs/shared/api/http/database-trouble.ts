// What an error of PostgreSQL, or of the way to it, is to the person who asked.
import pg from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { Refusal } from './problems';

/** Undefined when the error is none of the database's. */
export function databaseRefusal(error: unknown): Refusal | undefined {
  const state = sqlState(error);
  // Unique keys, exclusions and foreign keys see through row-level security: one neutral answer, whatever was hit.
  if (state === '23505' || state === '23503' || state === '23P01') return new Refusal(409, 'conflict.with-existing');
  if (state !== undefined && unfit.has(state)) return new Refusal(400, 'input.invalid');
  // 42501: the row-level floor refused what a policy let through; the reader learns no more than "not found".
  if (state === '42501') return new Refusal(404, 'not-found');
  if (state !== undefined && late.has(state)) return away('database.too-slow');
  // A disk that is full, or a database that may not be written for the time being: nothing was changed.
  if (state === '53100' || state === '25006') return away('database.not-writable');
  return isUnreachable(error, state) ? away('database.unavailable') : undefined;
}

export function sqlState(error: unknown): string | undefined {
  const inner: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return inner instanceof pg.DatabaseError ? inner.code : undefined;
}

/** Values that no column takes: a check, a form, an encoding, a range. */
const unfit = new Set(['23514', '22P02', '22021', '22P05', '22008', '22003']);
/** A statement or a lock that took too long; a transaction another one stood in the way of. */
const late = new Set(['57014', '55P03', '40001', '40P01', '25P03']);

const away = (code: string): Refusal => new Refusal(503, code, { retryAfterSeconds: 2 });

function isUnreachable(error: unknown, state: string | undefined): boolean {
  if (state !== undefined && /^(08|57P|53)/.test(state)) return true;
  // The connection went in the middle of a transaction, which PostgreSQL has then undone.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  const inner = (error instanceof QueryFailedError ? error.driverError : error) as {
    code?: unknown;
    message?: unknown;
  } | null;
  if (typeof inner?.code === 'string' && /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN)$/.test(inner.code))
    return true;
  return (
    typeof inner?.message === 'string' &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/.test(
      inner.message,
    )
  );
}
