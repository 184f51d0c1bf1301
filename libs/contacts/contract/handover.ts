import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, Moment, line } from '@samverkan/shared/contract';
import * as z from 'zod';

/** What may be decided about a piece of open work: kept by the function and its new holder, given to another function, asked of the county board, or ended. */
export const handoverDecisions = ['taken', 'moved', 'asked', 'closed'] as const;
export const HandoverDecision = z.enum(handoverDecisions).meta({ id: 'HandoverDecision' });
export type HandoverDecision = z.infer<typeof HandoverDecision>;

const FunctionRef = z.object({ id: Id, title: z.string() }).meta({ id: 'FunctionRef' });

export const HandoverItem = z
  .object({
    /** The area it belongs to: `actions`. */
    area: z.string(),
    objectId: Id,
    title: z.string(),
    /** Where in the portal it is opened. */
    path: z.string(),
    /** How it stands, as a code of its area. */
    state: z.string(),
    /** Null while nothing is decided. */
    decision: HandoverDecision.nullable(),
    /** Whom it was given to, when it was moved. */
    to: FunctionRef.nullable(),
    decidedAt: Moment.nullable(),
    /** Whether the county's people can see it: what they cannot see they cannot be asked about. */
    canAsk: z.boolean(),
    /** The county board was asked and gave it back. */
    returned: z.boolean(),
  })
  .meta({ id: 'HandoverItem' });
export type HandoverItem = z.infer<typeof HandoverItem>;

/** Somebody has left a function, or is about to: what was open with it, and what has become of each piece. */
export const Handover = z
  .object({
    id: Id,
    function: FunctionRef,
    organization: OrganizationRef,
    /** The last day of the holder who leaves. */
    leftOn: Day,
    /** Nobody holds the function since that day; null while somebody does. */
    vacantSince: Day.nullable(),
    /** Everything has a decision since then. */
    settledAt: Moment.nullable(),
    items: z.array(HandoverItem),
  })
  .meta({ id: 'Handover' });
export type Handover = z.infer<typeof Handover>;

/** Those that wait for a decision first, then the latest ten that are settled. */
export const HandoverList = z.object({ items: z.array(Handover) }).meta({ id: 'HandoverList' });
export type HandoverList = z.infer<typeof HandoverList>;

const Piece = z.strictObject({ area: line(40), objectId: Id });

/** One decision about one piece, or about several in one act. */
export const HandoverDecisionInput = z
  .strictObject({
    items: z.array(Piece).min(1).max(500),
    decision: HandoverDecision,
    /** The function that takes it, when it is moved. */
    toFunctionId: Id.nullable().default(null),
    /** Why it is ended, when it is: stands on the thing itself. */
    reason: line(300, 3).nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .refine((given) => given.decision !== 'moved' || given.toFunctionId !== null, {
    path: ['toFunctionId'],
    message: 'field.required',
  })
  .refine((given) => given.decision !== 'closed' || given.reason !== null, {
    path: ['reason'],
    message: 'field.required',
  })
  .meta({ id: 'HandoverDecisionInput' });
export type HandoverDecisionInput = z.infer<typeof HandoverDecisionInput>;

/** Takes back what was decided about one piece. */
export const HandoverUndoInput = Piece.meta({ id: 'HandoverUndoInput' });
export type HandoverUndoInput = z.infer<typeof HandoverUndoInput>;

/** The county board's answer about a piece it was asked about: a function takes it, or it goes back to who asked. */
export const HandoverAnswerInput = z
  .strictObject({ ...Piece.shape, toFunctionId: Id.nullable() })
  .meta({ id: 'HandoverAnswerInput' });
export type HandoverAnswerInput = z.infer<typeof HandoverAnswerInput>;
