import {
  HttpClient,
  HttpErrorResponse,
  type HttpEvent,
  type HttpInterceptorFn,
  type HttpRequest,
} from '@angular/common/http';
import { DOCUMENT, Injector, inject } from '@angular/core';
import { type Observable, catchError, concat, defer, switchMap, take, throwError } from 'rxjs';
import { Connection } from './connection';
import { asProblem, isAway } from './problem';
import { ANSWERS_FOR_ITSELF, answersForItself, newIdempotencyKey } from './request-headers';
import { SendingTurns } from './sending-turns';
import { SessionGate } from './session-gate';

/**
 * Every request to the API: the CSRF token and one idempotency key for each deed; when the service is away or the session
 * has ended the request waits and is sent again, so that nothing typed is lost and nothing happens twice. Reads take turns.
 */
export const requestInterceptor: HttpInterceptorFn = (request, next) => {
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  const connection = inject(Connection);
  const gate = inject(SessionGate);
  const keyed = withKey(request);
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const turns = inject(SendingTurns);
  // Cookies are asked of another process, and waited for: only by what needs the token.
  const send = () => (reads ? concat(turns.mine, next(keyed)) : next(withToken(keyed, document.cookie)));
  if (request.context.get(ANSWERS_FOR_ITSELF)) return send();

  const newToken = () => injector.get(HttpClient).get('/api/session', { context: answersForItself() });
  const sendAgain = (error: unknown, tokenTried: boolean): Observable<HttpEvent<unknown>> => {
    if (isAway(error)) {
      connection.failed();
      return connection.restored.pipe(
        take(1),
        switchMap(send),
        catchError((again: unknown) => sendAgain(again, tokenTried)),
      );
    }
    if (isSignedOut(error) && gate.signedIn()) {
      return gate.wait().pipe(
        switchMap(send),
        catchError((again: unknown) => sendAgain(again, tokenTried)),
      );
    }
    // The token belongs to the session: with the session gone it is refused first. Asking for a new one tells which it was.
    if (asProblem(error)?.code === 'csrf.refused' && !tokenTried) {
      return newToken().pipe(
        switchMap(send),
        catchError((again: unknown) => sendAgain(again, true)),
      );
    }
    return throwError(() => error);
  };
  return defer(send).pipe(catchError((error: unknown) => sendAgain(error, false)));
};

const isSignedOut = (error: unknown): boolean => error instanceof HttpErrorResponse && error.status === 401;

function withKey(request: HttpRequest<unknown>): HttpRequest<unknown> {
  if (request.method !== 'POST' || request.headers.has('Idempotency-Key')) return request;
  return request.clone({ setHeaders: { 'Idempotency-Key': newIdempotencyKey() } });
}

function withToken(request: HttpRequest<unknown>, cookies: string): HttpRequest<unknown> {
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(cookies)?.[1];
  return token ? request.clone({ setHeaders: { 'X-XSRF-TOKEN': decodeURIComponent(token) } }) : request;
}
