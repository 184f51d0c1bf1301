import { createHash } from 'node:crypto';

/** A name for a session that can be shown: it opens nothing. */
export const sessionName = (sid: string): string =>
  createHash('sha256').update(`name:${sid}`).digest('base64url').slice(0, 22);
