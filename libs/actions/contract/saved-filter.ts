import { GuardConfirmed, Id, Moment, line } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ActionQuery, actionFilters, actionSorts } from './action-query';

/** The ways to look at actions, as they are called where one is kept. */
export const actionViews = ['list', 'board', 'timeline', 'map', 'matrix'] as const;
export const ActionView = z.enum(actionViews).meta({ id: 'ActionView' });
export type ActionView = z.infer<typeof ActionView>;

/** Filters that one person has, and that one organisation shares, at most. */
export const mostSavedFilters = 50;

/** What is chosen, in the words of the list's address, and in which order it stands. */
export const SavedChoice = z
  .strictObject({
    ...actionFilters,
    sort: z.enum(actionSorts).optional(),
    order: ActionQuery.shape.order.unwrap().optional(),
  })
  .meta({ id: 'SavedChoice' });
export type SavedChoice = z.infer<typeof SavedChoice>;

const name = line(80, 2);

export const SavedFilterInput = z
  .strictObject({
    name,
    view: ActionView.default('list'),
    choice: SavedChoice,
    /** With everybody who acts for the organisation; else one's own. */
    shared: z.boolean().default(false),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'SavedFilterInput' });
export type SavedFilterInput = z.infer<typeof SavedFilterInput>;

/** Another name, another choice, or shared and no longer; needs `If-Match`. */
export const SavedFilterChange = z
  .strictObject({
    name: name.optional(),
    view: ActionView.optional(),
    choice: SavedChoice.optional(),
    shared: z.boolean().optional(),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'SavedFilterChange' });
export type SavedFilterChange = z.infer<typeof SavedFilterChange>;

/** A filter under a name. Its address is the view with the choice in it: what that shows is what whoever opens it may see. */
export const SavedFilter = z
  .object({
    id: Id,
    name: z.string(),
    view: ActionView,
    choice: z.record(z.string(), z.string()),
    shared: z.boolean(),
    /** This reader may rename it, change it and take it away. */
    mayChange: z.boolean(),
    changedAt: Moment,
    version: z.number().int(),
  })
  .meta({ id: 'SavedFilter' });
export type SavedFilter = z.infer<typeof SavedFilter>;

export const SavedFilters = z.object({ items: z.array(SavedFilter) }).meta({ id: 'SavedFilters' });
export type SavedFilters = z.infer<typeof SavedFilters>;

export const SavedFilterDeed = z.strictObject({}).meta({ id: 'SavedFilterDeed' });
