import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, NotFoundException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Problem } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { Ledger } from '../db/ledger';
import { currentScope } from '../db/request-scope';
import { databaseRefusal, sqlState } from './database-trouble';
import { log } from './log';
import { Refusal } from './problems';
import type { StrictAdapter } from './strict-adapter';

const titles: Record<number, string> = {
  400: 'The input is not valid.',
  401: 'Sign in first.',
  403: 'Not permitted.',
  404: 'Not found.',
  405: 'Not by that method.',
  409: 'It conflicts with what is there.',
  413: 'Too large.',
  415: 'Wrong content type.',
  428: 'Say which version you read.',
  429: 'Too many tries.',
  408: 'It took too long to arrive.',
  503: 'The service is not available for a moment.',
};

/** Every refusal and every fault leaves as problem JSON with a code; a fault's own words stay in the log, without data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly host: HttpAdapterHost<StrictAdapter>,
    private readonly ledger: Ledger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = this.methodRefusal(error, host) ?? asRefusal(error);
    if (refusal.status >= 500)
      log.error({ requestId: currentScope()?.requestId, fault: describe(error) }, 'request failed');
    await this.noteDenied(refusal, host.switchToHttp().getRequest<Request>());
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

  /** What somebody signed in was not let to do, and changes of what she may not see, are rows in the audit. */
  private async noteDenied(refusal: Refusal, request: Request): Promise<void> {
    const isChange = request.method !== 'GET' && request.method !== 'HEAD';
    const id = (request.params as Record<string, string | undefined> | undefined)?.['id'];
    const isDenied = refusal.status === 403 || (refusal.status === 404 && isChange && id !== undefined);
    if (!currentScope()?.actor || !isDenied) return;
    const area = /^\/api\/([a-z-]{1,40})(?:\/|$)/.exec(request.path)?.[1] ?? 'unknown';
    await this.ledger
      .noted('request.denied', area, id && /^[0-9a-f-]{36}$/i.test(id) ? id : null, 'denied', refusal.code)
      .catch(() => log.warn('a denied attempt could not be noted'));
  }

  /** The framework answers 404 also to a method that an address does not have: asking it another way is 405, not "not found". */
  private methodRefusal(error: unknown, host: ArgumentsHost): Refusal | undefined {
    if (!(error instanceof NotFoundException)) return undefined;
    const request = host.switchToHttp().getRequest<Request>();
    const methods = this.host.httpAdapter.methodsAt(request.path);
    if (methods.length === 0) return undefined;
    host.switchToHttp().getResponse<Response>().setHeader('Allow', methods.join(', '));
    return new Refusal(405, 'input.wrong-method');
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const refused = databaseRefusal(error);
  if (refused) return refused;
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
