import type { Action, ActionAllowed } from '@samverkan/actions/contract';
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
  const { edit, writeUpdate, changeVisibility, moveStatus } = actionPolicy.allowed(actor, row);
  const state = Object.assign(new ActionEntity(), { status: row.status, pausedFrom: row.pausedFrom });
  return {
    edit,
    writeUpdate: writeUpdate && row.status !== 'draft',
    changeVisibility,
    verbs: moveStatus ? state.verbs() : [],
  };
}
