import type { Organization } from '@samverkan/organizations/contract';
import type { Actor } from '@samverkan/shared/api';
import { type PartyFacts, partyPolicy } from './organizations.policy';

export interface PartyRow {
  content: Omit<Organization, 'allowed'>;
  facts: PartyFacts;
}

/** The party as this reader gets it: what it is, and what she may do with it now. A day that is past is only read. */
export function partyView(actor: Actor, { content, facts }: PartyRow): Organization {
  const { edit, editKind, editPlaces, merge, unmerge, report } = partyPolicy.allowed(actor, facts);
  const now = content.asOf === null;
  return {
    ...content,
    allowed: {
      edit: now && edit,
      editKind: now && editKind,
      editPlaces: now && editPlaces,
      merge: now && merge,
      unmerge: now && unmerge,
      report: now && report && content.mergedInto === null && !content.textHidden,
    },
  };
}
