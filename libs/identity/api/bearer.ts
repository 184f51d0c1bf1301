import type { Request } from 'express';

/** What stands after `Authorization: Bearer`; undefined where a request does not come with a token. It then has no session, whatever its cookies. */
export const bearerOf = (request: Request): string | undefined =>
  /^bearer(?:\s+|$)(.*)$/i.exec(request.headers.authorization ?? '')?.[1];
