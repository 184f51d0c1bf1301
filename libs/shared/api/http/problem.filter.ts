import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Problem } from '@samverkan/shared/contract';
import type { Response } from 'express';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { currentScope } from '../db/request-scope';
import { log } from './log';
import { Refusal } from './problems';

const titles: Record<number, string> = {
  400: 'The input is not valid.',
  401: 'Sign in first.',
  403: 'Not permitted.',
  404: 'Not found.',
  409: 'It conflicts with what is there.',
  413: 'Too large.',
  415: 'Wrong content type.',
  428: 'Say which version you read.',
  429: 'Too many tries.',
  503: 'The service is not available for a moment.',
};

/** Every refusal and every fault leaves as problem JSON with a code; a fault's own words stay in the log, without data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = asRefusal(error);
    if (refusal.status >= 500)
      log.error({ requestId: currentScope()?.requestId, fault: describe(error) }, 'request failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    const requestId = currentScope()?.requestId;
    const problem: Problem = {
      type: 'about:blank',
      status: refusal.status,
      code: refusal.code,
      title: titles[refusal.status] ?? 'The service failed.',
      ...(requestId ? { requestId } : {}),
      ...refusal.extra,
    };
    if (refusal.extra.retryAfterSeconds) response.setHeader('Retry-After', refusal.extra.retryAfterSeconds);
    response.status(refusal.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const state = sqlState(error);
  // Unique keys and foreign keys see through row-level security: one neutral answer, whatever was hit.
  if (state === '23505' || state === '23503') return new Refusal(409, 'conflict.with-existing');
  if (
    state === '23514' ||
    state === '22P02' ||
    state === '22021' ||
    state === '22P05' ||
    state === '22008' ||
    state === '22003'
  )
    return new Refusal(400, 'input.invalid');
  // 42501: the row-level floor refused what a policy let through; the reader learns no more than "not found".
  if (state === '42501') return new Refusal(404, 'not-found');
  if (state === '57014' || state === '55P03') return new Refusal(503, 'database.too-slow', { retryAfterSeconds: 2 });
  if (isUnreachable(error, state)) return new Refusal(503, 'database.unavailable', { retryAfterSeconds: 2 });
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  return new Refusal(status ?? 500, codes[status ?? 500] ?? (status && status < 500 ? 'input.invalid' : 'fault'));
}

const codes: Record<number, string> = {
  400: 'input.malformed',
  401: 'session.not-signed-in',
  403: 'csrf.refused',
  404: 'not-found',
  413: 'input.too-large',
  415: 'input.wrong-type',
};

/** Express' own body errors carry their status. */
const statusOf = (error: unknown): number | undefined => {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : undefined;
};

function sqlState(error: unknown): string | undefined {
  const inner: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return inner instanceof pg.DatabaseError ? inner.code : undefined;
}

function isUnreachable(error: unknown, state: string | undefined): boolean {
  if (state?.startsWith('08') || state?.startsWith('57P') || state === '53300') return true;
  const inner = (error instanceof QueryFailedError ? error.driverError : error) as {
    code?: unknown;
    message?: unknown;
  } | null;
  if (typeof inner?.code === 'string' && /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN)$/.test(inner.code))
    return true;
  return (
    typeof inner?.message === 'string' &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      inner.message,
    )
  );
}

/** Name, SQL state and place of a fault. Messages may quote data, so they are not logged. */
const describe = (error: unknown) => ({
  name: error instanceof Error ? error.name : typeof error,
  state: sqlState(error),
  at:
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .filter((row) => /^\s+at /.test(row))
          .slice(0, 6)
          .map((row) => row.trim())
      : undefined,
});
