import {
  CountyCode,
  Day,
  Id,
  MunicipalityCode,
  line,
  listOf,
  pageFields,
  pageOf,
  placeFields,
} from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { ActionSummary } from './action';
import { ActionStatus } from './vocabulary';

/** `match` puts the best answers to `q` first, whatever the order; without words it is the same as `changed`. */
export const actionSorts = ['match', 'changed', 'title', 'status', 'starts', 'ends'] as const;

/** What chooses among actions, in every view of them. Lists are "any of". */
export const actionFilters = {
  q: line(120, 0).optional(),
  status: listOf(ActionStatus),
  goal: listOf(Id),
  /** Goals of a frame: actions tied to one of them, to a goal under it, or to a goal that is linked to any of these. */
  serves: listOf(Id),
  /** Actions that are tied to no goal. */
  untied: z.stringbool().optional(),
  municipality: listOf(MunicipalityCode),
  /** Actions that name no municipality. */
  unplaced: z.stringbool().optional(),
  county: listOf(CountyCode),
  owner: listOf(Id),
  targetGroup: listOf(TermCode),
  form: listOf(TermCode),
  phase: listOf(TermCode),
  kind: listOf(TermCode),
  /** Actions under way at some time in the period. */
  from: Day.optional(),
  to: Day.optional(),
  /** Owned by the acting organisation. */
  mine: z.stringbool().optional(),
  overdue: z.stringbool().optional(),
  /** Of the acting organisation, and waiting for a line from it: what the start page lists. */
  waiting: z.stringbool().optional(),
};

/** The list's whole state; the portal keeps the same names in its address. */
export const ActionQuery = z
  .strictObject({
    ...pageFields,
    ...placeFields,
    ...actionFilters,
    sort: z.enum(actionSorts).default('match'),
    order: z.enum(['asc', 'desc']).default('desc'),
  })
  .meta({ id: 'ActionQuery' });
export type ActionQuery = z.infer<typeof ActionQuery>;

export const ActionPage = pageOf(ActionSummary, 'ActionPage');
export type ActionPage = z.infer<typeof ActionPage>;

/** How the county stands: per goal of its current plan, the open actions this reader may see; and per municipality. Every number is the length of the list it opens. */
export const ActionOverview = z
  .object({
    countedAt: z.iso.datetime({ offset: true }),
    goals: z.array(
      z.object({
        goalId: Id,
        planned: z.number().int(),
        ongoing: z.number().int(),
        paused: z.number().int(),
        completed: z.number().int(),
      }),
    ),
    municipalities: z.array(z.object({ code: MunicipalityCode, open: z.number().int() })),
    /** Open actions, each counted once. */
    open: z.number().int(),
  })
  .meta({ id: 'ActionOverview' });
export type ActionOverview = z.infer<typeof ActionOverview>;

/** Why an action waits for a line. */
export const waitingReasons = ['overdue', 'stale', 'paused', 'ends_soon', 'starts_soon', 'draft'] as const;

/** An action under way without a line for longer than this is stale: days. */
export const staleAfterDays = 90;

/** What waits for a line from the acting organisation, most pressing first (at most 8 shown, `count` is all). */
export const ActionsWaiting = z
  .object({
    count: z.number().int(),
    items: z.array(
      z.object({
        reason: z.enum(waitingReasons),
        since: Day,
        action: ActionSummary,
      }),
    ),
  })
  .meta({ id: 'ActionsWaiting' });
export type ActionsWaiting = z.infer<typeof ActionsWaiting>;
