import { GuardConfirmed, Id, Moment, prose } from '@samverkan/shared/contract';
import * as z from 'zod';

/** `erase` keeps the organisation alone, `pseudonymise` the function too, `refuse` everything, with a ground. */
export const erasureDecisions = ['erase', 'pseudonymise', 'refuse'] as const;
export type ErasureDecision = (typeof erasureDecisions)[number];

/** Why: the first three may refuse (archives and public records, a legal duty, a task that still needs it), the others grant. */
export const refusalGrounds = ['public-record', 'legal-duty', 'still-needed'] as const;
export const erasureGrounds = ['asked', 'left', 'no-longer-needed'] as const;

export const ErasureInput = z
  .strictObject({ message: prose(1000).optional(), guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'ErasureInput' });
export type ErasureInput = z.infer<typeof ErasureInput>;

export const ErasureDecisionInput = z
  .strictObject({
    decision: z.enum(erasureDecisions),
    ground: z.enum([...refusalGrounds, ...erasureGrounds]),
    /** The reasons in words. They stay for two years: no names. */
    words: prose(1000).optional(),
    guardConfirmed: GuardConfirmed.optional(),
  })
  .meta({ id: 'ErasureDecisionInput' });
export type ErasureDecisionInput = z.infer<typeof ErasureDecisionInput>;

export const erasureStates = ['waiting', 'withdrawn', 'refused', 'done'] as const;

/** A request that a person's data go, and how it went. */
export const Erasure = z
  .object({
    id: Id,
    /** As she is called now: after the deed, her function and organisation. */
    person: z.object({ id: Id, name: z.string(), organizations: z.array(z.string()) }),
    own: z.boolean(),
    askedBy: z.enum(['herself', 'administrator', 'night']),
    askedAt: Moment,
    message: z.string().nullable(),
    state: z.enum(erasureStates),
    decision: z.enum(erasureDecisions).nullable(),
    ground: z.string().nullable(),
    words: z.string().nullable(),
    decidedAt: Moment.nullable(),
    /** What must be handed over first. Asked only while it waits. */
    openWork: z.array(z.object({ kind: z.string(), reference: z.string() })),
    allowed: z.object({ withdraw: z.boolean(), decide: z.boolean() }),
  })
  .meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof Erasure>;
export const Erasures = z.object({ items: z.array(Erasure) }).meta({ id: 'Erasures' });
export type Erasures = z.infer<typeof Erasures>;
