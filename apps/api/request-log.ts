import { currentScope, log } from '@samverkan/shared/api';
import type { NextFunction, Request, Response } from 'express';

/** One line for each request: route template, method, status, milliseconds. No address, query or body. */
export function requestLog(request: Request, response: Response, next: NextFunction): void {
  const began = performance.now();
  response.on('finish', () => {
    if (!request.originalUrl.startsWith('/api')) return;
    const route = (request as { route?: { path?: string } }).route?.path ?? 'unmatched';
    log.info(
      {
        method: request.method,
        route,
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
        requestId: response.getHeader('x-request-id') ?? currentScope()?.requestId,
      },
      'request',
    );
  });
  next();
}
