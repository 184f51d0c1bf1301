import type { ProblemIssue } from '@samverkan/shared/contract';

/** A refusal with its HTTP status and dotted code. Thrown where the rule lives; never holds text somebody typed. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly extra: { issues?: ProblemIssue[]; current?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(code);
  }
}

/** 400: the input is wrong, and where. */
export const badInput = (issues: ProblemIssue[]) => new Refusal(400, 'input.invalid', { issues });
/** 401: nobody is signed in. */
export const notSignedIn = () => new Refusal(401, 'session.not-signed-in');
/** 403: seen, but not hers to do. */
export const forbidden = (code = 'rights.not-permitted') => new Refusal(403, code);
/** 404: it is not there, or not for this reader; the two are one answer. */
export const notFound = () => new Refusal(404, 'not-found');
/** 409: a rule of the subject, or a version somebody else has changed. */
export const conflict = (code: string, current?: unknown) =>
  new Refusal(409, code, current === undefined ? {} : { current });
/** 428: a change without `If-Match` would overwrite unseen. */
export const versionRequired = () => new Refusal(428, 'version.required');
/** 429: too many tries. */
export const tooMany = (code: string, retryAfterSeconds: number) => new Refusal(429, code, { retryAfterSeconds });
