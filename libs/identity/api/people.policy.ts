import type { OrganizationKind } from '@samverkan/organizations/contract';
import type { Role } from '@samverkan/identity/contract';
import { type Actor, policy } from '@samverkan/shared/api';

/** A membership that is, or an invitation to one: in which organisation, in which counties, as what. */
export interface Place {
  countyCodes: readonly string[];
  role: Role;
  /** The person's own, which she does not end or attest herself. */
  userId?: string | undefined;
  /** The person has no membership that the actor does not look after. */
  whole?: boolean | undefined;
  /** An emergency account, which only its own commands make and seal. */
  sealed?: boolean | undefined;
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

// An account gives every right its person has: only who looks after all of them opens or closes it.
const overAccount = (actor: Actor, place: Place) =>
  within(actor, place) && (actor.role === 'system_admin' || place.whole === true) && place.userId !== actor.userId;

/** County administrators look after their own county's people, never above their own level; system administrators after all. */
export const peoplePolicy = policy<Place, 'invite' | 'end' | 'attest' | 'open' | 'close' | 'extract'>({
  read: (actor, place) => looksAfter(actor, place),
  invite: (actor, place) => within(actor, place),
  end: (actor, place) => within(actor, place) && !place.sealed && place.userId !== actor.userId,
  attest: (actor, place) => within(actor, place) && !place.sealed && place.userId !== actor.userId,
  open: (actor, place) => overAccount(actor, place) && !place.sealed,
  close: (actor, place) => overAccount(actor, place),
  extract: (actor, place) => overAccount(actor, place) && !place.sealed,
});
