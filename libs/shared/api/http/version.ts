import type { Request } from 'express';
import { badInput, versionRequired } from './problems';

/** The version in `If-Match: "3"`. A change without one is refused (428): it would overwrite what the writer has not seen. */
export function versionOf(request: Request): number {
  const given = request.get('if-match');
  if (given === undefined) throw versionRequired();
  const version = /^"?(\d{1,9})"?$/.exec(given.trim())?.[1];
  if (version === undefined) throw badInput([{ path: 'If-Match', code: 'field.wrong-form' }]);
  return Number(version);
}
