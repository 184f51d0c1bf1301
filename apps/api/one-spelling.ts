import type { RequestHandler } from 'express';

/** Public pages, whose addresses are words and nothing else. */
const pages = /^\/((en\/)?offentligt|oppna-data)(\/|$)/i;
/** Doors without an account: a part of their addresses may be a key. */
const doors = /^\/(en\/)?(anmalan|kompetensstod)(\/|$)/i;
/** Words that a key follows. */
const beforeKey = ['min', 'fragor', 'bekrafta'];

/** A public address that somebody wrote with capitals leads to the one there is (301), so that it is found, linked and counted as one page. */
export const oneSpelling: RequestHandler = (request, response, next) => {
  const { path, originalUrl } = request;
  const asked = originalUrl.indexOf('?');
  const meant = spelt(path);
  if (meant === path || (request.method !== 'GET' && request.method !== 'HEAD')) {
    next();
    return;
  }
  // The pages leave no copy on the reader's disk, and nor does the way to them.
  response.setHeader('Cache-Control', 'no-store');
  response.redirect(301, asked < 0 ? meant : meant + originalUrl.slice(asked));
};

function spelt(path: string): string {
  if (pages.test(path)) return path.toLowerCase();
  if (!doors.test(path)) return path;
  const parts = path.split('/');
  const words = parts.map((part) => part.toLowerCase());
  const isKey = (at: number) => {
    const before = words[at - 1] ?? '';
    return beforeKey.includes(before) || (before === 'anmalan' && !beforeKey.includes(words[at] ?? ''));
  };
  return parts.map((part, at) => (isKey(at) ? part : (words[at] ?? part))).join('/');
}
