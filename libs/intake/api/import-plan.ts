// Rows against the actions there are: which are new, which are there already, and which are about the same thing twice. Pure.
import type { ActionImportRow } from '@samverkan/intake/contract';
import { fold, shownCell } from '@samverkan/shared/api';
import type { ReadAction } from './import-row';
import { mostLike } from './title-likeness';

/** From here two titles are nearly the same. */
const nearly = 0.6;

/** An action of the acting organisation, as the import needs it. */
export interface OwnAction {
  id: string;
  title: string;
  startsOn: string | null;
  endsOn: string | null;
  cancelled: boolean;
}

export interface PlannedAction {
  row: ActionImportRow;
  read: ReadAction;
}

const keyOf = ({ title, startsOn, endsOn }: Pick<OwnAction, 'title' | 'startsOn' | 'endsOn'>) =>
  `${fold(title)} ${startsOn ?? ''} ${endsOn ?? ''}`;

/** The plan for all rows, in their order. */
export function planOf(rows: readonly ReadAction[], actions: readonly OwnAction[]): PlannedAction[] {
  const likeOf = mostLike(
    actions.filter(({ cancelled }) => !cancelled),
    nearly,
  );
  const there = new Map<string, OwnAction[]>();
  for (const action of actions) there.set(keyOf(action), [...(there.get(keyOf(action)) ?? []), action]);
  const lines = new Map<string, number>();
  return rows.map((read) => {
    const key = keyOf(read);
    const issues = [...read.issues];
    const [one, another] = there.get(key) ?? [];
    if (another) issues.push({ column: 'title', code: 'import.matches-several' });
    const before = lines.get(key);
    if (read.title !== '' && before !== undefined)
      issues.push({ column: 'title', code: 'import.twice-in-file', line: before });
    else lines.set(key, read.line);
    if (!one && read.joint && issues.length === 0) issues.push({ column: 'owners', code: 'import.joint' });
    const like = !one && issues.length === 0 ? likeOf(read.title, (action) => meets(action, read)) : undefined;
    return {
      read,
      row: {
        line: read.line,
        outcome: issues.length > 0 ? 'wrong' : one ? 'same' : 'new',
        title: shownCell(read.title, 160),
        fields: [],
        issues,
        actionId: one && !another ? one.id : null,
        like: like ? { id: like.id, title: like.title } : null,
      },
    };
  });
}

interface Period {
  startsOn: string | null;
  endsOn: string | null;
}

/** Whether two periods have a day in common; one without an end goes on. */
const meets = (a: Period, b: Period): boolean =>
  (a.startsOn === null || b.endsOn === null || a.startsOn <= b.endsOn) &&
  (a.endsOn === null || b.startsOn === null || a.endsOn >= b.startsOn);
