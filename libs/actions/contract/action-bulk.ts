import { GuardConfirmed, Id, Visibility, line } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ActionChange } from './action';
import { ActionFilter } from './action-views';
import { ActionVerb } from './vocabulary';

/** So many actions are changed in one act, at most. */
export const mostInBulk = 200;

/** Fields that hold several things: one is added to all, or taken from all. */
export const bulkFields = ['goalIds', 'municipalityCodes', 'targetGroups', 'forms', 'phases'] as const;
export const BulkField = z.enum(bulkFields).meta({ id: 'BulkField' });
export type BulkField = z.infer<typeof BulkField>;

const values = z.array(line(60)).min(1).max(20);

/** One change, made to each of several actions as it is made by hand. Nothing is cancelled or widened in bulk: each of those has its own reason. */
export const BulkDeed = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('add'), field: BulkField, values }),
    z.strictObject({ kind: z.literal('take'), field: BulkField, values }),
    z.strictObject({ kind: z.literal('responsible'), functionId: Id.nullable() }),
    z.strictObject({ kind: z.literal('narrow'), visibility: Visibility }),
    z.strictObject({ kind: z.literal('move'), verb: ActionVerb.exclude(['cancel']) }),
  ])
  .meta({ id: 'BulkDeed' });
export type BulkDeed = z.infer<typeof BulkDeed>;

/** Which: those picked, or all that a filter finds. 409 `action.bulk-too-many` above `mostInBulk`. */
export const BulkPreviewInput = z
  .strictObject({
    ids: z.array(Id).min(1).max(mostInBulk).optional(),
    filter: ActionFilter.optional(),
    deed: BulkDeed,
    guardConfirmed: GuardConfirmed.default([]),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    path: ['ids'],
    message: 'field.required',
  })
  .meta({ id: 'BulkPreviewInput' });
export type BulkPreviewInput = z.infer<typeof BulkPreviewInput>;

const refused = z.array(
  z.object({
    id: Id,
    /** Empty where it is not there for this reader. */
    title: z.string(),
    /** The code of the refusal, as the same change by hand gives it. */
    code: z.string(),
  }),
);

/** What would become of each. `rows` is what the act is sent, with the versions that were looked at. */
export const BulkPreview = z
  .object({
    rows: z.array(z.object({ id: Id, title: z.string(), version: z.number().int() })),
    /** Already so. */
    same: z.number().int(),
    refused,
  })
  .meta({ id: 'BulkPreview' });
export type BulkPreview = z.infer<typeof BulkPreview>;

const version = z.number().int().min(1);

export const BulkInput = z
  .strictObject({
    rows: z
      .array(z.strictObject({ id: Id, version }))
      .min(1)
      .max(mostInBulk),
    deed: BulkDeed,
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'BulkInput' });
export type BulkInput = z.infer<typeof BulkInput>;

/** How one action is taken back to what it was: a change, its latest step or a level of its own, at the version the act left it in. */
export const BulkUndoRow = z
  .strictObject({
    id: Id,
    version,
    change: ActionChange.optional(),
    step: z.literal(true).optional(),
    visibility: Visibility.optional(),
  })
  .meta({ id: 'BulkUndoRow' });
export type BulkUndoRow = z.infer<typeof BulkUndoRow>;

export const BulkUndo = z
  .strictObject({ rows: z.array(BulkUndoRow).min(1).max(mostInBulk), guardConfirmed: GuardConfirmed.default([]) })
  .meta({ id: 'BulkUndo' });
export type BulkUndo = z.infer<typeof BulkUndo>;

/** What was changed, and what was not since somebody was faster. `undo` is what takes it back; empty for what was itself taken back. */
export const BulkDone = z
  .object({ changed: z.number().int(), same: z.number().int(), refused, undo: z.array(BulkUndoRow) })
  .meta({ id: 'BulkDone' });
export type BulkDone = z.infer<typeof BulkDone>;
