import { policy } from '@samverkan/shared/api';
import type { PublicTextVersion } from '@samverkan/public/contract';

/** What the rules need to know of a wording. */
export type PublicTextFacts = Pick<PublicTextVersion, 'countyCode' | 'state'>;

/** Roles that write a county's public pages: its county board's. */
export const editors = ['county_staff', 'county_admin'] as const;

const edits = (actor: { role: string; countyCodes: readonly string[] }, { countyCode }: PublicTextFacts) =>
  editors.some((one) => one === actor.role) && actor.countyCodes.includes(countyCode);

/** The rule book; row-level security is the floor beneath it. */
export const publicTextsPolicy = policy<PublicTextFacts, 'edit' | 'publish' | 'withdraw'>({
  read: (actor, text) => text.state === 'shown' || text.state === 'past' || edits(actor, text),
  edit: (actor, text) => edits(actor, text) && text.state === 'draft',
  publish: (actor, text) => edits(actor, text) && text.state === 'draft',
  withdraw: (actor, text) => edits(actor, text) && text.state === 'scheduled',
});
