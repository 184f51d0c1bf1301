import type { ActionUpdateInput, ActionUpdateWritten, ActionUpdates } from '@samverkan/actions/contract';

/** The answer to a line that was written. An older API does not say which it is. */
export type LinesWritten = ActionUpdates & Partial<ActionUpdateWritten>;

/** Which line was just written. An answer from before the API told it names none: then it is the newest that says what was sent. */
export function writtenLine(
  { items, written }: LinesWritten,
  { happenedOn, done, effect }: ActionUpdateInput,
): string | null {
  if (written) return written;
  const alike = items.filter(
    (line) => line.removable && line.happenedOn === happenedOn && line.done === done && line.effect === effect,
  );
  return alike.sort((one, other) => other.createdAt.localeCompare(one.createdAt))[0]?.id ?? null;
}
