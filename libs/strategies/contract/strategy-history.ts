import { OrganizationRef } from '@samverkan/organizations/contract';
import { Id, Moment } from '@samverkan/shared/contract';
import * as z from 'zod';

export const historyKinds = [
  'created',
  'discarded',
  'restored',
  'field',
  'frames',
  'goal-added',
  'goal-removed',
  'goal-restored',
  'goal-field',
  'goal-moved',
  'goal-links',
  'goal-way',
  'goal-went',
  'imported',
  'import-undone',
  'status',
  'replaced',
  'repealed',
  'signatory-added',
  'signatory-removed',
  'signatory-field',
  'commitment-made',
  'commitment-field',
  'commitment-confirmed',
  'commitment-withdrawn',
  'commitment-resumed',
  'text-removed',
  'other',
] as const;

/** One change in the life of a strategy. Values are words the reader may see, or codes of the field's own vocabulary. */
export const StrategyHistoryEntry = z
  .object({
    id: Id,
    at: Moment,
    what: z.enum(historyKinds),
    /** The field's name in its contract, where one field changed. */
    field: z.string().nullable(),
    /** The goal's number, the signatory's name, or what a commitment says. */
    subject: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    organization: OrganizationRef.nullable(),
    /** Only for readers of the same organisation. */
    by: z.string().nullable(),
  })
  .meta({ id: 'StrategyHistoryEntry' });
export type StrategyHistoryEntry = z.infer<typeof StrategyHistoryEntry>;

/** Newest first; `more` when there is older than what is listed. */
export const StrategyHistory = z
  .object({ items: z.array(StrategyHistoryEntry), more: z.boolean() })
  .meta({ id: 'StrategyHistory' });
export type StrategyHistory = z.infer<typeof StrategyHistory>;

export const StrategyHistoryQuery = z
  .strictObject({
    /** Lists what is older than this entry. */
    before: Id.optional(),
    /** Only what concerns this goal, and when its strategy was decided, replaced or repealed. */
    goal: Id.optional(),
  })
  .meta({ id: 'StrategyHistoryQuery' });
export type StrategyHistoryQuery = z.infer<typeof StrategyHistoryQuery>;
