import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { nonceOf } from './security-headers';

/**
 * Serves the built portal: hashed files for a year, the page itself fresh with its nonce for every other address. Somebody who
 * brings a session to the start page meets its frame at once, before any script has run, and what it will ask for is on its way.
 */
export function servePortal(folder: string, sessionCookie: string): RequestHandler {
  const built = readFileSync(join(folder, 'index.html'), 'utf8');
  const ahead = /<!--start-page:(.*?)-->/s;
  const page = built.replace(ahead, '');
  const startPage = built.replace(ahead, '$1').replace(/(id="first-paint"[^>]*) hidden(="")?/, '$1');
  const router = express.Router();
  // The built page is no address of its own: sent as it stands it would lack its nonce, and run nothing.
  router.get('/index.html', (_request, response) => response.redirect(301, '/'));
  // What a name with its content's hash holds never changes: nobody asks for it again, or for a part of it.
  const forEver = files(folder, { etag: false, lastModified: false, acceptRanges: false });
  const others = files(folder, {});
  router.use((request, response, next) => (isHashed(request.path) ? forEver : others)(request, response, next));
  router.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/^\/(api|health|oppna-data|(en\/)?(offentligt|anmalan|kompetensstod))(\/|$)/i.test(request.path) &&
      !/\.[a-z0-9]{2,8}$/i.test(request.path);
    if (!isPage) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    const start = request.path === '/' && request.headers.cookie?.includes(`${sessionCookie}=`);
    response.type('html').send((start ? startPage : page).replaceAll('__CSP_NONCE__', nonceOf(response)));
  });
  return router;
}

const files = (folder: string, more: { etag?: false; lastModified?: false; acceptRanges?: false }): RequestHandler =>
  expressStaticGzip(folder, {
    index: false,
    enableBrotli: true,
    orderPreference: ['br', 'gz'],
    serveStatic: { setHeaders: cacheByName, ...more },
  });

const isHashed = (path: string): boolean => /-[A-Za-z0-9_-]{8}\.(js|css|woff2)(\.br|\.gz)?$/.test(path);

const cacheByName = (response: ServerResponse, path: string): void => {
  const hashed = isHashed(path);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
  if (hashed) ofDocuments.forEach((name) => response.removeHeader(name));
};

/** What a browser heeds of a document alone: half a kilobyte, which a script or a style sheet need not carry each time. */
const ofDocuments = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Permissions-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
];
