// Read at an older version a change still goes through when nobody has changed the same fields since.
import { conflict } from '../http/problems';
import type { Db } from './db';

/** What history says when any of the fields may be another: all is new, or something sensitive was taken out of some of the texts and is not to come back. */
const wholly = ['created', 'textRemoved'];

/** The version a change was read from, and the one that stands. */
export interface Versions {
  seen: number;
  now: number;
}

/** Refuses (409) with what stands there now when a field that differs has been changed since `seen`. What is the same agrees: also a change sent again because its answer was lost. */
export async function refuseClash(
  db: Db,
  { area, id, ...versions }: Versions & { area: string; id: string },
  differs: readonly string[],
  stands: object,
): Promise<void> {
  if (versions.seen === versions.now) return;
  const since = await db.query<{ field: string }>(
    'select distinct field from change_log where area = $1 and object_id = $2 and version > $3',
    [area, id, versions.seen],
  );
  refuseChanged(
    versions,
    differs,
    stands,
    since.map(({ field }) => field),
  );
}

/** The same, where the area itself knows what has been changed since. */
export function refuseChanged(
  { seen, now }: Versions,
  differs: readonly string[],
  stands: object,
  since: readonly string[],
): void {
  const all = wholly.some((field) => since.includes(field));
  const clash = all ? differs : differs.filter((field) => since.includes(field));
  if (seen <= now && clash.length === 0) return;
  throw conflict('stale-version', {
    version: now,
    fields: Object.fromEntries(clash.map((field) => [field, stands[field as keyof typeof stands]])),
  });
}
