// Doing it together: an owner invites another party, or another proposes to join, and the other side answers.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, Moment, MunicipalityCode, line, prose } from '@samverkan/shared/contract';
import { GoalRef } from '@samverkan/strategies/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { ActionStatus } from './vocabulary';

/** An invitation comes from an owner, a proposal from whoever wants to join; a leaving is what somebody left by. */
export const cooperationKinds = ['invitation', 'proposal', 'leaving'] as const;
export const cooperationStates = ['open', 'accepted', 'declined', 'withdrawn', 'left'] as const;
export const cooperationRoles = ['owner', 'partner'] as const;
export const CooperationState = z.enum(cooperationStates).meta({ id: 'CooperationState' });
export const CooperationRole = z.enum(cooperationRoles).meta({ id: 'CooperationRole' });
export type CooperationRole = z.infer<typeof CooperationRole>;

/** The action it is about, as far as whoever is asked sees it before she has answered: what it is and whose, and nothing that was done. */
export const CooperationSubject = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string(),
    kind: TermCode,
    status: ActionStatus,
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    owners: z.array(OrganizationRef),
    municipalityCodes: z.array(MunicipalityCode),
    /** She sees the action itself too. */
    readable: z.boolean(),
  })
  .meta({ id: 'CooperationSubject' });
export type CooperationSubject = z.infer<typeof CooperationSubject>;

export const Cooperation = z
  .object({
    id: Id,
    kind: z.enum(cooperationKinds),
    state: CooperationState,
    /** What the one who joins becomes. */
    role: CooperationRole,
    /** Null once it has come to nothing, for whoever does not see the action. */
    action: CooperationSubject.nullable(),
    /** The one who joins, or has left. */
    organization: OrganizationRef,
    /** The one who asked. */
    from: OrganizationRef,
    /** The function that is asked to answer. */
    function: z.object({ id: Id, title: z.string() }).nullable(),
    /** What comes with whoever joins: places and goals that the action does not have yet. */
    brings: z.object({ municipalityCodes: z.array(MunicipalityCode), goals: z.array(GoalRef) }),
    /** What whoever proposes has planned herself, for those who see it. */
    ownAction: z.object({ id: Id, title: z.string() }).nullable(),
    /** Her own plan is ended in the same act, with a pointer to the joint one. */
    closesOwn: z.boolean(),
    message: z.string(),
    answer: z.string().nullable(),
    askedAt: Moment,
    answeredAt: Moment.nullable(),
    /** When the side that asked last reminded the other; null when it has not. */
    remindedAt: Moment.nullable(),
    /** `remind` is there once `reminderDays` have passed without an answer since it was asked or last reminded of. */
    allowed: z.object({ answer: z.boolean(), withdraw: z.boolean(), undo: z.boolean(), remind: z.boolean() }),
  })
  .meta({ id: 'Cooperation' });
export type Cooperation = z.infer<typeof Cooperation>;

/** Newest first. */
export const Cooperations = z.object({ items: z.array(Cooperation) }).meta({ id: 'Cooperations' });
export type Cooperations = z.infer<typeof Cooperations>;

const message = { message: prose(1000).default(''), guardConfirmed: GuardConfirmed.default([]) };

export const CooperationInvitationInput = z
  .strictObject({
    organizationId: Id,
    role: CooperationRole,
    /** A function of the invited organisation. */
    functionId: Id.nullable().default(null),
    ...message,
  })
  .meta({ id: 'CooperationInvitationInput' });
export type CooperationInvitationInput = z.infer<typeof CooperationInvitationInput>;

export const CooperationProposalInput = z
  .strictObject({
    role: CooperationRole.default('owner'),
    /** What the proposer has planned herself. */
    ownActionId: Id.nullable().default(null),
    /** It is ended in the same act as the proposal is accepted. */
    closesOwn: z.boolean().default(false),
    ...message,
  })
  .refine(({ closesOwn, ownActionId, role }) => !closesOwn || (ownActionId !== null && role === 'owner'), {
    path: ['closesOwn'],
    message: 'field.not-a-choice',
  })
  .meta({ id: 'CooperationProposalInput' });
export type CooperationProposalInput = z.infer<typeof CooperationProposalInput>;

/** A line with the answer, for the other side to read. */
export const CooperationAnswerInput = z
  .strictObject({ answer: line(500, 0).nullable().default(null), guardConfirmed: GuardConfirmed.default([]) })
  .meta({ id: 'CooperationAnswerInput' });
export type CooperationAnswerInput = z.infer<typeof CooperationAnswerInput>;

/** `remind`, `withdraw`, `undo` and leaving need nothing said. */
export const CooperationDeed = z.strictObject({}).meta({ id: 'CooperationDeed' });
