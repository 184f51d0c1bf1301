// Which step leads where. A step that the present state does not allow is refused (409).
import type { OfferStatus, OfferVerb } from '@samverkan/learning/contract';
import { conflict } from '@samverkan/shared/api';

type State = { status: OfferStatus; statusBefore: OfferStatus | null };
type Step = Exclude<OfferVerb, 'undo'>;

const leadsTo: Record<Step, OfferStatus> = { open: 'open', close: 'closed', cancel: 'cancelled', hold: 'held' };
const openFrom: Record<Step, readonly OfferStatus[]> = {
  open: ['draft', 'closed'],
  close: ['open'],
  hold: ['open', 'closed'],
  cancel: ['draft', 'open', 'closed'],
};

/** It has been held, or is not to be. */
export const isOver = ({ status }: Pick<State, 'status'>): boolean => status === 'cancelled' || status === 'held';

export const verbsOf = ({ status, statusBefore }: State): OfferVerb[] => [
  ...(Object.keys(openFrom) as Step[]).filter((verb) => openFrom[verb].includes(status)),
  ...(statusBefore ? (['undo'] as const) : []),
];

export function stateAfter(verb: OfferVerb, now: State): State {
  if (!verbsOf(now).includes(verb)) throw conflict('offer.status-does-not-allow');
  if (verb === 'undo') return { status: now.statusBefore ?? now.status, statusBefore: null };
  return { status: leadsTo[verb], statusBefore: now.status };
}
