import type { Action, ActionAllowed, ActionBoard, ActionStatus } from '@samverkan/actions/contract';
import type { Actor } from '@samverkan/shared/api';
import { ActionEntity } from './action.entity';
import { type ActionFacts, actionPolicy } from './actions.policy';

export interface ActionRow extends ActionFacts, Pick<ActionEntity, 'status' | 'pausedFrom'> {
  content: Omit<Action, 'allowed'>;
}

/** The action as this reader gets it: what it says, and what she may do with it now. */
export const actionView = (actor: Actor, row: ActionRow): Action => ({
  ...row.content,
  allowed: allowedNow(actor, row),
});

function allowedNow(actor: Actor, row: ActionRow): ActionAllowed {
  const { edit, writeUpdate, changeVisibility, moveStatus, invite, propose, leave } = actionPolicy.allowed(actor, row);
  const state = Object.assign(new ActionEntity(), { status: row.status, pausedFrom: row.pausedFrom });
  return {
    edit,
    writeUpdate: writeUpdate && row.status !== 'draft',
    changeVisibility,
    invite: invite && isOpen(row.status),
    propose: propose && isOpen(row.status) && !row.ownerIds.includes(actor.organizationId),
    leave: leave && row.ownerIds.some((owner) => owner !== actor.organizationId),
    verbs: moveStatus ? state.verbs() : [],
  };
}

const isOpen = (status: ActionStatus): boolean => status !== 'completed' && status !== 'cancelled';

type Card = ActionBoard['columns'][number]['cards'][number];

/** A card of the board: the verbs this reader may use now, and where each leads. */
export function cardView(actor: Actor, action: Card['action'], facts: Omit<ActionRow, 'content'>): Card {
  if (!actionPolicy.can('moveStatus', actor, facts)) return { action, moves: [] };
  const state = Object.assign(new ActionEntity(), { status: facts.status, pausedFrom: facts.pausedFrom });
  return { action, moves: state.verbs().map((verb) => ({ verb, to: state.after(verb, '').status })) };
}
