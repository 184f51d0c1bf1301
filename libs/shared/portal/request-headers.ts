import { HttpContext, HttpContextToken, HttpHeaders } from '@angular/common/http';

/** Set on requests that answer for themselves: no waiting for the connection, no sign-in page. */
export const ANSWERS_FOR_ITSELF = new HttpContextToken<boolean>(() => false);

export const answersForItself = (): HttpContext => new HttpContext().set(ANSWERS_FOR_ITSELF, true);

/** Says which version a change was read from; the API refuses it when somebody has changed the same since. */
export const ifMatch = (version: number): HttpHeaders => new HttpHeaders({ 'If-Match': `"${version}"` });

/** One key for one deed: however often it is sent again, it happens once. Make it when the form opens, not when it is sent. */
export const newIdempotencyKey = (): string => crypto.randomUUID();

export const idempotencyKey = (key: string): HttpHeaders => new HttpHeaders({ 'Idempotency-Key': key });
