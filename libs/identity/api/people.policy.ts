import type { OrganizationKind } from '@samverkan/organizations/contract';
import type { Role } from '@samverkan/identity/contract';
import { type Actor, policy } from '@samverkan/shared/api';

/** A membership that is, or an invitation to one: in which organisation, in which counties, as what. */
export interface Place {
  countyCodes: readonly string[];
  role: Role;
  /** The person's own, which she does not end or attest herself. */
  userId?: string | undefined;
}

/** What an organisation's own people can be. System administrators belong to the installation and stand wherever one is put. */
export const rolesIn = (kind: OrganizationKind): Role[] =>
  kind === 'municipality' || kind === 'region'
    ? ['coordinator']
    : kind === 'county_board'
      ? ['county_staff', 'county_admin', 'system_admin']
      : kind === 'national_authority'
        ? ['partner', 'national_reader']
        : ['partner'];

/** What a county admin may not give: more than her own county. */
const aboveCounty: readonly Role[] = ['system_admin', 'national_reader'];

const looksAfter = (actor: Actor, { countyCodes }: Place) =>
  actor.role === 'system_admin' ||
  (actor.role === 'county_admin' && countyCodes.some((code) => actor.countyCodes.includes(code)));

const within = (actor: Actor, { role }: Place) => actor.role === 'system_admin' || !aboveCounty.includes(role);

/** County administrators look after their own county's people, never above their own level; system administrators after all. */
export const peoplePolicy = policy<Place, 'invite' | 'end' | 'attest' | 'open' | 'close'>({
  read: (actor, place) => looksAfter(actor, place),
  invite: (actor, place) => within(actor, place),
  end: (actor, place) => within(actor, place) && place.userId !== actor.userId,
  attest: (actor, place) => within(actor, place) && place.userId !== actor.userId,
  open: (actor, place) => within(actor, place),
  // An account may have memberships in other counties: only who looks after all of them closes it.
  close: (actor, place) => actor.role === 'system_admin' && place.userId !== actor.userId,
});
