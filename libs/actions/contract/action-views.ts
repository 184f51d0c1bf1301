import { OrganizationRef } from '@samverkan/organizations/contract';
import { CountyCode, Moment, MunicipalityCode, wholeNumber } from '@samverkan/shared/contract';
import { GoalRef } from '@samverkan/strategies/contract';
import * as z from 'zod';
import { ActionSummary } from './action';
import { actionFilters } from './action-query';
import { ActionStatus, ActionVerb } from './vocabulary';

/** What chooses among actions, without page and order. */
export const ActionFilter = z.strictObject(actionFilters).meta({ id: 'ActionFilter' });
export type ActionFilter = z.infer<typeof ActionFilter>;

/** Cards in a column to begin with, and how many more at a time. */
export const boardStep = 20;

export const ActionBoardQuery = z
  .strictObject({
    ...actionFilters,
    /** Cards in each column, the latest changed first. */
    size: wholeNumber(1, 100, boardStep),
  })
  .meta({ id: 'ActionBoardQuery' });
export type ActionBoardQuery = z.infer<typeof ActionBoardQuery>;

/** Actions by how far they have come: a column for each status that is asked for, or for all. */
export const ActionBoard = z
  .object({
    columns: z.array(
      z.object({
        status: ActionStatus,
        /** Actions in the column, never above `countCap`. */
        total: z.number().int(),
        capped: z.boolean(),
        cards: z.array(
          z.object({
            action: ActionSummary,
            /** What this reader may do with it now, and the column each verb leads to. Empty where she may do nothing. */
            moves: z.array(z.object({ verb: ActionVerb, to: ActionStatus })),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ActionBoard' });
export type ActionBoard = z.infer<typeof ActionBoard>;

export const ActionSpreadQuery = z
  .strictObject({
    ...actionFilters,
    /** What stands in the rows: the parties that own the actions, or the goals they are tied to. */
    by: z.enum(['owner', 'goal']).default('owner'),
  })
  .meta({ id: 'ActionSpreadQuery' });
export type ActionSpreadQuery = z.infer<typeof ActionSpreadQuery>;

/**
 * Who does what where: actions of the counties asked for (else the reader's own), per municipality and by owner or goal. Without a status the open ones are counted.
 * Every number is the length of the list it opens: an action in two municipalities stands in both, and once in what counts them together.
 */
export const ActionSpread = z
  .object({
    countedAt: Moment,
    countyCodes: z.array(CountyCode),
    status: z.array(ActionStatus),
    municipalities: z.array(z.object({ code: MunicipalityCode, total: z.number().int() })),
    /** Actions that name no municipality. */
    unplaced: z.number().int(),
    total: z.number().int(),
    rows: z.array(
      z.object({
        /** Null in the row of what is tied to no goal. */
        owner: OrganizationRef.nullable(),
        goal: GoalRef.nullable(),
        total: z.number().int(),
        unplaced: z.number().int(),
        /** In the order of `municipalities`. */
        cells: z.array(z.number().int()),
      }),
    ),
  })
  .meta({ id: 'ActionSpread' });
export type ActionSpread = z.infer<typeof ActionSpread>;
