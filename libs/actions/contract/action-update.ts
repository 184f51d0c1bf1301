import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, Moment, SeenAsQuery, line, prose, wholeNumber } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';

/**
 * How many of a profession, and out of how many. Never a name. Below five the number is shown to the owners alone; others read "< 5" (`count` is null),
 * and of how many (`of`) only where it tells no such number: not in a line that hides one, and not where one to four are left.
 */
export const ProfessionCount = z
  .object({
    profession: TermCode,
    count: z.number().int().nullable(),
    of: z.number().int().nullable(),
    /** `of` is an estimate. */
    about: z.boolean(),
    /** Where `of` comes from; empty where nobody has said, and where there is no `of`. */
    source: z.string(),
  })
  .meta({ id: 'ProfessionCount' });
export type ProfessionCount = z.infer<typeof ProfessionCount>;

const mostPeople = 100_000;
export const sourceLength = 120;

/** One of a profession as it is written: of how many it is out of is said or left. */
const CountInput = z
  .strictObject({
    profession: TermCode,
    count: z.number().int().min(1).max(mostPeople),
    of: z.number().int().min(1).max(mostPeople).nullable().default(null),
    about: z.boolean().default(false),
    source: line(sourceLength, 0).default(''),
  })
  .refine(({ count, of }) => of === null || of >= count, { path: ['of'], message: 'update.more-than-there-are' })
  .refine(({ of, about, source }) => of !== null || (!about && source === ''), {
    path: ['of'],
    message: 'update.of-how-many',
  });

/** What was done, and what it led to. */
export const ActionUpdate = z
  .object({
    id: Id,
    happenedOn: Day,
    done: z.string(),
    effect: z.string().nullable(),
    counts: z.array(ProfessionCount),
    organization: OrganizationRef,
    /** Who wrote it; only readers of the writer's own organisation get the name. */
    writtenBy: z.string().nullable(),
    createdAt: Moment,
    /** The reader may take it back (her own organisation, within the day). */
    removable: z.boolean(),
  })
  .meta({ id: 'ActionUpdate' });
export type ActionUpdate = z.infer<typeof ActionUpdate>;

/** How many lines are given when no number is asked for, and the most that are given. */
export const linesAtATime = 20;
export const mostLines = 2000;

/** `lines`: how many of an action's lines are wanted, the newest of them. */
export const ActionUpdatesQuery = z.strictObject({
  ...SeenAsQuery.shape,
  lines: wholeNumber(1, mostLines, linesAtATime),
});
export type ActionUpdatesQuery = z.infer<typeof ActionUpdatesQuery>;

/** An action's newest lines, and whether there are older ones. */
export const ActionUpdates = z
  .object({ items: z.array(ActionUpdate), older: z.boolean() })
  .meta({ id: 'ActionUpdates' });
export type ActionUpdates = z.infer<typeof ActionUpdates>;

/** The newest of them, and which one was just written. */
export const ActionUpdateWritten = ActionUpdates.extend({ written: Id }).meta({ id: 'ActionUpdateWritten' });
export type ActionUpdateWritten = z.infer<typeof ActionUpdateWritten>;

export const ActionUpdateInput = z
  .strictObject({
    happenedOn: Day,
    done: prose(2000).min(3),
    effect: prose(2000).nullable().default(null),
    counts: z
      .array(CountInput)
      .max(60)
      .default([])
      .refine(
        (counts) => new Set(counts.map((c) => c.profession)).size === counts.length,
        'update.same-profession-twice',
      ),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'ActionUpdateInput' });
export type ActionUpdateInput = z.infer<typeof ActionUpdateInput>;

/** One change in the life of the action, newest first. Values are words and codes the reader may see. */
export const ActionHistoryEntry = z
  .object({
    id: Id,
    at: Moment,
    /** `created`, a status verb, `visibility`, or the changed field's name. */
    what: z.string(),
    before: z.unknown().nullable(),
    after: z.unknown().nullable(),
    organization: OrganizationRef.nullable(),
    /** Only for readers of the same organisation. */
    by: z.string().nullable(),
  })
  .meta({ id: 'ActionHistoryEntry' });
export type ActionHistoryEntry = z.infer<typeof ActionHistoryEntry>;

export const ActionHistory = z.object({ items: z.array(ActionHistoryEntry) }).meta({ id: 'ActionHistory' });
export type ActionHistory = z.infer<typeof ActionHistory>;
