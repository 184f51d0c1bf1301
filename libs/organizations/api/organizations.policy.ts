import { type OrganizationKind, type RegistrableKind, registrableKinds } from '@samverkan/organizations/contract';
import { type Actor, type Role, policy } from '@samverkan/shared/api';

/** What the rules need to know of a party. */
export interface PartyFacts {
  id: string;
  /** Its stable name: `municipality:2282`, `registered:…`. */
  key: string;
  kind: OrganizationKind;
  /** Counties it works in today; none for the nation's own bodies. */
  countyCodes: readonly string[];
  registrarId: string | null;
  mergedIntoId: string | null;
}

const writers: readonly Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin'];
/** County boards, regions and municipalities: what they are and where they work is the law's. */
const territorial: readonly OrganizationKind[] = ['county_board', 'region', 'municipality'];

const isReference = ({ key }: PartyFacts) => !/^(registered|demo):/.test(key);
const atCountyBoard = (actor: Actor) => actor.role === 'county_staff' || actor.role === 'county_admin';
const sameCounty = (actor: Actor, party: PartyFacts) =>
  party.countyCodes.some((code) => actor.countyCodes.includes(code));
/** A party of no county is the nation's: whoever keeps the system keeps it. */
const keepsTheNations = (actor: Actor, party: PartyFacts) =>
  actor.role === 'system_admin' && party.countyCodes.length === 0;
const isOwn = (actor: Actor, party: PartyFacts) =>
  writers.includes(actor.role) && [party.id, party.registrarId].includes(actor.organizationId);

const keeps = (actor: Actor, party: PartyFacts) =>
  party.mergedIntoId === null &&
  (isOwn(actor, party) || (atCountyBoard(actor) && sameCounty(actor, party)) || keepsTheNations(actor, party));

/** All who are signed in read every party; it is kept by itself, by its county, and at first by whoever registered it. */
export const partyPolicy = policy<PartyFacts, 'edit' | 'editKind' | 'editPlaces' | 'merge' | 'unmerge' | 'report'>({
  read: () => true,
  edit: keeps,
  editKind: (actor, party) => keeps(actor, party) && !isReference(party),
  editPlaces: (actor, party) => keeps(actor, party) && !territorial.includes(party.kind),
  merge: (actor, party) =>
    party.mergedIntoId === null &&
    !isReference(party) &&
    ((actor.role === 'county_admin' && sameCounty(actor, party)) || keepsTheNations(actor, party)),
  unmerge: (actor, party) =>
    (actor.role === 'county_admin' && sameCounty(actor, party)) || keepsTheNations(actor, party),
  report: (actor) => writers.includes(actor.role),
});

/** What the actor may register: in her own county, or for the nation. */
export function registrable(actor: Actor): { kinds: readonly RegistrableKind[]; countyCodes: readonly string[] } {
  if (actor.role === 'system_admin')
    return { kinds: ['national_authority', 'federation', 'university', 'other', 'civil_society'], countyCodes: [] };
  const isOfCounty = actor.role === 'coordinator' || atCountyBoard(actor);
  return isOfCounty && actor.countyCodes.length > 0
    ? { kinds: registrableKinds, countyCodes: actor.countyCodes }
    : { kinds: [], countyCodes: [] };
}
