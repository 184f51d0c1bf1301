// Which step leads where. A step that the present state does not allow is refused (409).
import type { AssignmentStatus, AssignmentVerb } from '@samverkan/assignments/contract';
import { conflict } from '@samverkan/shared/api';

type State = { status: AssignmentStatus; statusBefore: AssignmentStatus | null };
type Step = Exclude<AssignmentVerb, 'undo'>;

const leadsTo: Record<Step, AssignmentStatus> = { start: 'ongoing', report: 'reported', close: 'closed' };
const openFrom: Record<Step, readonly AssignmentStatus[]> = {
  start: ['received', 'reported', 'closed'],
  report: ['received', 'ongoing'],
  close: ['received', 'ongoing', 'reported'],
};

export const verbsOf = ({ status, statusBefore }: State): AssignmentVerb[] => [
  ...(Object.keys(openFrom) as Step[]).filter((verb) => openFrom[verb].includes(status)),
  ...(statusBefore ? (['undo'] as const) : []),
];

export function stateAfter(verb: AssignmentVerb, now: State): State {
  if (!verbsOf(now).includes(verb)) throw conflict('assignment.status-does-not-allow');
  if (verb === 'undo') return { status: now.statusBefore ?? now.status, statusBefore: null };
  return { status: leadsTo[verb], statusBefore: now.status };
}
