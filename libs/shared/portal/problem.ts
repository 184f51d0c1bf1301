import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@samverkan/shared/contract';

/** The API's refusal inside an error, or null when the error is something else (no connection, a fault in the browser). */
export function asProblem(error: unknown): Problem | null {
  const body: unknown = error instanceof HttpErrorResponse ? error.error : null;
  return typeof body === 'object' && body !== null && 'code' in body ? (body as Problem) : null;
}

/** No answer, or an answer that says the service is away for a moment. */
export const isAway = (error: unknown): boolean =>
  error instanceof HttpErrorResponse &&
  (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504);

/** The same was sent before with other words, and went through although its answer was lost. */
export const isSavedOtherwise = (error: unknown): boolean => asProblem(error)?.code === 'idempotency.other-request';

/** It is not there, or no longer for this reader. */
export const isGone = (error: unknown): boolean => error instanceof HttpErrorResponse && error.status === 404;
