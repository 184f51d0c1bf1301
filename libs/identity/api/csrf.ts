import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, Refusal } from '@samverkan/shared/api';
import { doubleCsrf } from 'csrf-csrf';
import { bearerOf } from './bearer';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/**
 * A signed token bound to the session, in a cookie the portal reads (`XSRF-TOKEN`) and sends back in `X-XSRF-TOKEN`.
 * Beside it stands the framework's check of `Sec-Fetch-Site` and `Origin`.
 */
@Injectable()
export class Csrf {
  private readonly tokens;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    const secure = settings.PUBLIC_URL?.startsWith('https://') ?? false;
    this.tokens = doubleCsrf({
      getSecret: () => settings.keys.csrfSecret,
      // Before sign-in there is no lasting session to bind to.
      getSessionIdentifier: (request) =>
        request.session?.userId || request.session?.pending ? request.sessionID : 'nobody',
      cookieName: 'XSRF-TOKEN',
      cookieOptions: { httpOnly: false, sameSite: 'strict', secure, path: '/' },
      getCsrfTokenFromRequest: (request) => request.get('x-xsrf-token'),
    });
  }

  /** Refuses a change without the token; gives the portal one when it asks about the session. */
  readonly use: RequestHandler = (request: Request, response: Response, next: NextFunction): void => {
    // Nothing that a browser sends by itself let it in: there is nobody to trick.
    if (bearerOf(request) !== undefined) return next();
    if (request.method === 'GET' && request.originalUrl.startsWith('/api/session'))
      this.tokens.generateCsrfToken(request, response);
    this.tokens.doubleCsrfProtection(request, response, (error?: unknown) =>
      next(error ? new Refusal(403, 'csrf.refused') : undefined),
    );
  };

  /** A new token after the session changed its id. */
  renew(request: Request, response: Response): void {
    this.tokens.generateCsrfToken(request, response, { overwrite: true });
  }
}
