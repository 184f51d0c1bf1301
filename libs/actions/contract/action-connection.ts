// The county connects: somebody plans the like and has not published it. What comes of a question nobody but that somebody knows.
import { ActionSummary } from './action';
import { CooperationSubject } from './action-cooperation';
import { OrganizationRef } from '@samverkan/organizations/contract';
import { GuardConfirmed, Id, Moment, prose } from '@samverkan/shared/contract';
import * as z from 'zod';

/** A task of the county board: a party asks to be connected with whoever plans the like of this. */
export const Connection = z
  .object({
    id: Id,
    action: ActionSummary,
    organization: OrganizationRef,
    askedAt: Moment,
    /** The question has gone on to whoever it may concern; to how many, nobody is told. */
    forwardedAt: Moment.nullable(),
    /** Unpublished actions of the same kind that this reader sees by her own rights. There may be others. */
    seen: z.array(ActionSummary),
  })
  .meta({ id: 'Connection' });
export type Connection = z.infer<typeof Connection>;

/** The question as it reaches a party that has something of the same kind unpublished. Read by that party alone. */
export const Nudge = z
  .object({
    id: Id,
    state: z.enum(['open', 'proposed', 'declined']),
    /** What the one who asks plans; null when it is no longer there to be joined, or not for this reader. */
    action: CooperationSubject.nullable(),
    /** Her own, which is like it. */
    ownAction: z.object({ id: Id, title: z.string() }).nullable(),
    sentAt: Moment,
  })
  .meta({ id: 'Nudge' });
export type Nudge = z.infer<typeof Nudge>;

/** What waits for a county board to be sent on, and what has been sent on to the acting organisation. Newest first. */
export const Connections = z.object({ items: z.array(Connection), nudges: z.array(Nudge) }).meta({ id: 'Connections' });
export type Connections = z.infer<typeof Connections>;

/** Yes: a proposal to those who asked, by which she makes herself known. */
export const NudgeProposalInput = z
  .strictObject({
    message: prose(1000).default(''),
    /** Her own is ended in the same act as they say yes. */
    closesOwn: z.boolean().default(false),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'NudgeProposalInput' });
export type NudgeProposalInput = z.infer<typeof NudgeProposalInput>;
