import { Refusal, currentScope, tooMany } from '@samverkan/shared/api';
import { mostFileBytes } from '@samverkan/shared/contract';
import { type ErrorRequestHandler, type Request, type RequestHandler, json, raw } from 'express';

const deepest = 20;
const tooDeep = 'entity.too-deep';
const [quote, backslash] = [0x22, 0x5c];

/** Addresses that take a file as their body, from somebody who is signed in. */
const takesSheet = /^\/(?:actions|contacts|(?:strategies|offers)\/[\w-]+)\/import(?:\/(?:preview|errors))?$/;
const keepsFile = /^\/(?:actions\/[\w-]+\/attachments|publications\/[\w-]+)\/files$/;
const fileType = 'application/octet-stream';
const isFile = (request: Pick<Request, 'path' | 'is'>, addresses: RegExp): boolean =>
  addresses.test(request.path) && Boolean(request.is(fileType)) && currentScope()?.actor !== undefined;

/** Files on their way in, whole in memory: so many at a time. */
const mostComing = 6;
let coming = 0;

/** Only JSON of at most a megabyte and twenty levels. How deep it is is counted before it is read: reading a hundred thousand levels holds everybody else up. */
export const plainBody: (RequestHandler | ErrorRequestHandler)[] = [
  ((request, _response, next) => {
    const hasBody = Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined;
    next(
      hasBody && !request.is('json') && !isFile(request, takesSheet) && !isFile(request, keepsFile)
        ? new Refusal(415, 'input.wrong-type')
        : undefined,
    );
  }) satisfies RequestHandler,
  ((request, response, next) => {
    if (!isFile(request, keepsFile)) return next();
    if (coming >= mostComing) return next(tooMany('file.busy', 5));
    coming += 1;
    response.once('close', () => (coming -= 1));
    next();
  }) satisfies RequestHandler,
  raw({ type: (request) => isFile(request as Request, takesSheet), limit: '10mb' }),
  raw({ type: (request) => isFile(request as Request, keepsFile), limit: mostFileBytes }),
  json({
    limit: '1mb',
    strict: true,
    verify: (_request, _response, bytes) => {
      if (isTooDeep(bytes)) throw Object.assign(new Error('too deep'), { type: tooDeep });
    },
  }),
  ((error: { type?: string }, _request, _response, next) => {
    next(error.type === tooDeep ? new Refusal(400, 'input.too-deep') : error);
  }) satisfies ErrorRequestHandler,
];

function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText && byte === backslash) at += 1;
    else if (byte === quote) inText = !inText;
    else if (!inText && (byte === 0x5b || byte === 0x7b)) depth += 1;
    else if (!inText && (byte === 0x5d || byte === 0x7d)) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
