// Holding it together: whoever holds a training asks another party to hold it too, and that party answers for itself.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, Moment, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { OfferKind, OfferStatus } from './offer';

/** An invitation comes from whoever holds it; a leaving is what somebody left by. */
export const hostingKinds = ['invitation', 'leaving'] as const;
export const hostingStates = ['open', 'accepted', 'declined', 'withdrawn', 'left'] as const;
export const HostingState = z.enum(hostingStates).meta({ id: 'HostingState' });

/** The training as far as whoever is asked sees it before she has answered: what it is, when, and whose. Nobody who comes, no history, no link. */
export const HostingSubject = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string(),
    subject: z.string(),
    kind: OfferKind,
    status: OfferStatus,
    hosts: z.array(OrganizationRef),
    /** When and where it is held, the first twenty. */
    sessions: z.array(z.object({ day: Day, lastDay: Day.nullable(), place: z.string() })),
    /** She sees the training itself too. */
    readable: z.boolean(),
  })
  .meta({ id: 'HostingSubject' });
export type HostingSubject = z.infer<typeof HostingSubject>;

export const Hosting = z
  .object({
    id: Id,
    kind: z.enum(hostingKinds),
    state: HostingState,
    /** The reader's: the one that is asked, or has left, or those who hold it and ask. */
    side: z.enum(['asked', 'asking']),
    /** Somebody at the one that is asked has an account that can answer. */
    answerable: z.boolean(),
    /** Null once it has come to nothing, for whoever does not see the training. */
    offer: HostingSubject.nullable(),
    /** The one who is asked, or has left. */
    organization: OrganizationRef,
    /** The one who asked. */
    from: OrganizationRef,
    /** The function that is asked to answer. */
    function: z.object({ id: Id, title: z.string() }).nullable(),
    message: z.string(),
    answer: z.string().nullable(),
    askedAt: Moment,
    answeredAt: Moment.nullable(),
    /** When those who hold it last reminded; null when they have not. */
    remindedAt: Moment.nullable(),
    /** `remind` is there once seven days have passed without an answer since it was asked or last reminded of. */
    allowed: z.object({ answer: z.boolean(), withdraw: z.boolean(), undo: z.boolean(), remind: z.boolean() }),
  })
  .meta({ id: 'Hosting' });
export type Hosting = z.infer<typeof Hosting>;

/** Newest first. */
export const Hostings = z.object({ items: z.array(Hosting) }).meta({ id: 'Hostings' });
export type Hostings = z.infer<typeof Hostings>;

export const HostingInput = z
  .strictObject({
    organizationId: Id,
    /** A function of the organisation that is asked. */
    functionId: Id.nullable().default(null),
    message: prose(1000).default(''),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'HostingInput' });
export type HostingInput = z.infer<typeof HostingInput>;

/** A line with the answer, for those who hold it to read. */
export const HostingAnswerInput = z
  .strictObject({ answer: line(500, 0).nullable().default(null), guardConfirmed: GuardConfirmed.default([]) })
  .meta({ id: 'HostingAnswerInput' });
export type HostingAnswerInput = z.infer<typeof HostingAnswerInput>;

/** A host that was named without having been asked. */
export const HostOut = z.strictObject({ organizationId: Id }).meta({ id: 'HostOut' });
export type HostOut = z.infer<typeof HostOut>;
