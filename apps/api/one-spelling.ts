import type { RequestHandler } from 'express';

/** Whole addresses of the public pages; of the doors without an account only their own words, for what follows may be a key. */
const spelt = /^\/((en\/)?offentligt|oppna-data)(\/|$)/i;
const doors = /^\/(en\/)?(anmalan|kompetensstod)(?=\/|$)/i;

/** A public address that somebody wrote with capitals leads to the one there is (301), so that it is found, linked and counted as one page. */
export const oneSpelling: RequestHandler = (request, response, next) => {
  const { path, originalUrl } = request;
  const asked = originalUrl.indexOf('?');
  const meant = spelt.test(path) ? path.toLowerCase() : path.replace(doors, (words) => words.toLowerCase());
  if (meant === path || (request.method !== 'GET' && request.method !== 'HEAD')) {
    next();
    return;
  }
  response.redirect(301, asked < 0 ? meant : meant + originalUrl.slice(asked));
};
