// Which step leads where, and whose it is. A step that the present state does not allow is refused (409).
import { type Actor, conflict } from '@samverkan/shared/api';
import type { SupportStatus, SupportVerb } from '@samverkan/support/contract';
import type { SupportRow } from './support-rows';
import { supportPolicy } from './support.policy';

export type Step = Exclude<SupportVerb, 'give' | 'judge' | 'undo'>;

const open: readonly SupportStatus[] = ['received', 'reopened', 'in_progress', 'proposed', 'agreed'];
const from: Record<Exclude<SupportVerb, 'undo'>, readonly SupportStatus[]> = {
  take: ['received', 'reopened'],
  give: open,
  propose: ['in_progress', 'proposed'],
  agree: ['proposed'],
  close: ['in_progress', 'proposed', 'agreed'],
  judge: ['closed'],
  reopen: ['closed', 'done'],
  decline: ['received', 'reopened', 'in_progress'],
  withdraw: open,
};
const leadsTo: Record<Step, SupportStatus> = {
  take: 'in_progress',
  propose: 'proposed',
  agree: 'agreed',
  close: 'closed',
  reopen: 'reopened',
  decline: 'declined',
  withdraw: 'withdrawn',
};

/** What this actor can do with it as it stands. */
export function verbsOf(row: SupportRow, actor: Actor): SupportVerb[] {
  const { ask, handle, change } = supportPolicy.allowed(actor, row);
  const may: Record<SupportVerb, boolean> = {
    take: handle,
    give: handle,
    propose: handle,
    agree: ask,
    close: handle,
    judge: ask && row.effectIsDue,
    reopen: change,
    decline: handle,
    withdraw: ask,
    undo: change && row.statusBefore !== null && row.statusBy === actor.organizationId,
  };
  return (Object.keys(may) as SupportVerb[]).filter(
    (verb) => may[verb] && (verb === 'undo' || from[verb].includes(row.status)),
  );
}

export function stateAfter(step: Step, { status }: SupportRow): SupportStatus {
  if (!from[step].includes(status)) throw conflict('support-request.status-does-not-allow');
  return leadsTo[step];
}
