import type { Configuration } from '@samverkan/shared/api';
import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { randomBytes } from 'node:crypto';

export const nonceOf = (response: Response): string => String(response.locals['nonce']);

/** Strict headers: nothing foreign, nothing inline but what carries this answer's nonce. */
export function securityHeaders(settings: Configuration): RequestHandler {
  const secure = settings.PUBLIC_URL?.startsWith('https://') ?? false;
  const nonce = (_: unknown, response: unknown) => `'nonce-${nonceOf(response as Response)}'`;
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  return (request: Request, response: Response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    // What one reader was shown must not be kept for the next at the same machine.
    if (request.path.startsWith('/api')) response.setHeader('Cache-Control', 'private, no-cache');
    headers(request, response, next);
  };
}
