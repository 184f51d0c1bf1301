// What a party has undertaken to do for a goal (åtagande).
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { GoalRef, StrategyRef } from './strategy';

export const Commitment = z
  .object({
    id: Id,
    organization: OrganizationRef,
    goal: GoalRef,
    strategy: StrategyRef,
    text: z.string(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    /** The function that answers for it. */
    function: z.object({ id: Id, title: z.string() }).nullable(),
    /** It was given to the goal before and came along. */
    carried: z.boolean(),
    /** The day the party itself said that it stands; null while somebody else wrote it down, or it came along. */
    confirmedOn: Day.nullable(),
    withdrawnOn: Day.nullable(),
    version: z.number().int(),
    allowed: z.object({ edit: z.boolean(), confirm: z.boolean(), withdraw: z.boolean(), hideWords: z.boolean() }),
  })
  .meta({ id: 'Commitment' });
export type Commitment = z.infer<typeof Commitment>;

export const CommitmentQuery = z
  .strictObject({ strategy: Id.optional(), goal: Id.optional(), organization: Id.optional() })
  .meta({ id: 'CommitmentQuery' });
export type CommitmentQuery = z.infer<typeof CommitmentQuery>;

/** Those of the newest strategies first, at most 500; `total` says how many there are. */
export const Commitments = z
  .object({ items: z.array(Commitment), total: z.number().int() })
  .meta({ id: 'Commitments' });
export type Commitments = z.infer<typeof Commitments>;

const content = {
  text: prose(2000).min(3),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  functionId: Id.nullable(),
};

/** A new one, of the acting organisation; who keeps the strategy may write down another's. */
export const CommitmentInput = z
  .strictObject({
    goalId: Id,
    organizationId: Id.nullable().default(null),
    text: content.text,
    startsOn: content.startsOn.default(null),
    endsOn: content.endsOn.default(null),
    functionId: content.functionId.default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'CommitmentInput' });
export type CommitmentInput = z.infer<typeof CommitmentInput>;

export const CommitmentChange = z
  .strictObject(content)
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'CommitmentChange' });
export type CommitmentChange = z.infer<typeof CommitmentChange>;

export const CommitmentDeed = z.strictObject({}).meta({ id: 'CommitmentDeed' });
