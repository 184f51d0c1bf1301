/** A field two people changed: what stands there now and what is typed here. */
export interface Clash {
  field: string;
  theirs: unknown;
  mine: unknown;
}

/** Reads what the API says of a stale version; null when it does not say which fields. */
export function clashesOf(
  current: unknown,
  mine: Record<string, unknown>,
): { version: number; clashes: Clash[] } | null {
  if (typeof current !== 'object' || current === null || !('version' in current) || !('fields' in current)) return null;
  const { version, fields } = current as { version: unknown; fields: unknown };
  if (typeof version !== 'number' || typeof fields !== 'object' || fields === null) return null;
  return { version, clashes: Object.entries(fields).map(([field, theirs]) => ({ field, theirs, mine: mine[field] })) };
}
