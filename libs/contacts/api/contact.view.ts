import type { ContactAllowed, ContactFunction } from '@samverkan/contacts/contract';
import type { Actor } from '@samverkan/shared/api';
import { type ContactFacts, contactPolicy } from './contacts.policy';

export interface ContactRow extends ContactFacts {
  content: Omit<ContactFunction, 'allowed'>;
}

/** The function as this reader gets it: what it says, and what she may do with it now. */
export const contactView = (actor: Actor, row: ContactRow): ContactFunction => ({
  ...row.content,
  allowed: allowedNow(actor, row),
});

function allowedNow(actor: Actor, row: ContactRow): ContactAllowed {
  const { edit, appoint, changeVisibility, retire, restore, invite } = contactPolicy.allowed(actor, row);
  const inUse = row.retiredOn === null;
  return {
    edit: edit && inUse,
    appoint: appoint && inUse,
    changeVisibility,
    retire: retire && inUse,
    restore: restore && !inUse,
    invite: invite && inUse,
  };
}
