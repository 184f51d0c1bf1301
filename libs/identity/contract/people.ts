import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, Id, Moment, line, listOf, pageFields, pageOf } from '@samverkan/shared/contract';
import * as z from 'zod';
import { Role } from './session';

export const peopleSorts = ['name', 'organization', 'attested'] as const;
export const peopleStates = ['active', 'ended', 'attest'] as const;

/** Filters of the people an administrator looks after. */
export const PeopleQuery = z
  .object({
    /** Part of a name, an address or an organisation's name. */
    q: line(100, 0).optional(),
    role: listOf(Role),
    organization: Id.optional(),
    /** `active` (default), `ended`, or `attest`: active and due to be attested within 60 days. */
    state: z.enum(peopleStates).optional(),
    sort: z.enum(peopleSorts).default('name'),
    order: z.enum(['asc', 'desc']).default('asc'),
    ...pageFields,
  })
  .meta({ id: 'PeopleQuery' });
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** One membership with its person, as an administrator sees it. */
export const Person = z
  .object({
    membershipId: Id,
    userId: Id,
    name: z.string(),
    email: z.string(),
    organization: OrganizationRef,
    role: Role,
    title: z.string(),
    validFrom: Day,
    validTo: Day.nullable(),
    /** The day it ends by itself unless somebody attests it. */
    attestBy: Day,
    /** The latest day she signed in, or the day the account was made. */
    seenOn: Day,
    /** Why the account is closed: nobody used it, somebody closed it, (emergency accounts) its envelope has been opened, or its person has been erased, for good. */
    disabled: z.enum(['idle', 'by-hand', 'used', 'erased']).nullable(),
    /** One of the emergency accounts. It can be closed here; a command on the server seals it anew. */
    sealed: z.boolean(),
    /** She has an authenticator app, a passkey or an authority's sign-in. */
    secondFactor: z.boolean(),
    /** Deeds that may be done now: on the membership, and (`open`, `close`, `extract`) on the whole account. */
    allowed: z.object({
      end: z.boolean(),
      attest: z.boolean(),
      open: z.boolean(),
      close: z.boolean(),
      extract: z.boolean(),
    }),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;
export const PeoplePage = pageOf(Person, 'PeoplePage');
export type PeoplePage = z.infer<typeof PeoplePage>;

/** The last day the membership holds: an earlier day than yesterday is written as yesterday, which ends it now. */
export const EndMembershipInput = z.strictObject({ lastDay: Day }).meta({ id: 'EndMembershipInput' });
export type EndMembershipInput = z.infer<typeof EndMembershipInput>;

export const InvitationInput = z
  .strictObject({ email: z.email().max(254), organizationId: Id, role: Role, title: line(100) })
  .meta({ id: 'InvitationInput' });
export type InvitationInput = z.infer<typeof InvitationInput>;

export const invitationStates = ['waiting', 'expired', 'used', 'withdrawn'] as const;

export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    organization: OrganizationRef,
    role: Role,
    title: z.string(),
    state: z.enum(invitationStates),
    invitedBy: z.string().nullable(),
    invitedAt: Moment,
    expiresAt: Moment,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const InvitationList = z.object({ items: z.array(Invitation) }).meta({ id: 'InvitationList' });
export type InvitationList = z.infer<typeof InvitationList>;

/** Where the administrator may invite to, and as what. */
export const InvitationChoices = z
  .object({ organizations: z.array(OrganizationRef.extend({ roles: z.array(Role) })) })
  .meta({ id: 'InvitationChoices' });
export type InvitationChoices = z.infer<typeof InvitationChoices>;
