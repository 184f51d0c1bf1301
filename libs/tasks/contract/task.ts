import { OrganizationRef } from '@samverkan/organizations/contract';
import {
  Day,
  GuardConfirmed,
  Id,
  Moment,
  SeenAsQuery,
  line,
  listOf,
  pageFields,
  pageOf,
} from '@samverkan/shared/contract';
import * as z from 'zod';

/** A function as others call it: never who holds it. */
export const TaskFunction = z.object({ id: Id, title: z.string() }).meta({ id: 'TaskFunction' });
export type TaskFunction = z.infer<typeof TaskFunction>;

/** `dropped`: whoever was to do it has left, and it was ended without being done. */
export const taskOutcomes = ['done', 'dropped'] as const;

/** Something that is to be done in an action, by whom and when. */
export const Task = z
  .object({
    id: Id,
    action: z.object({ id: Id, title: z.string() }),
    title: z.string(),
    /** Who answers for it. */
    organization: OrganizationRef,
    /** One of its functions; null where none is named, or the reader does not see it. */
    function: TaskFunction.nullable(),
    dueOn: Day,
    /** Open, and its day is past. */
    overdue: z.boolean(),
    outcome: z.enum(taskOutcomes).nullable(),
    endedAt: Moment.nullable(),
    /** Who said that it was done. */
    endedBy: OrganizationRef.nullable(),
    /** Its name; only for readers of the same organisation. */
    endedByName: z.string().nullable(),
    version: z.number().int(),
    allowed: z.object({ set: z.boolean(), end: z.boolean() }),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

/** A party that may answer for a task, with those of its functions that the reader sees. */
export const TaskParty = z
  .object({ organization: OrganizationRef, functions: z.array(TaskFunction) })
  .meta({ id: 'TaskParty' });
export type TaskParty = z.infer<typeof TaskParty>;

/** Of one action: what is open by its day, then what has been ended, the latest first. */
export const ActionTasks = z
  .object({
    items: z.array(Task),
    /** Those who do the action and see it; empty where the reader may not set tasks. */
    parties: z.array(TaskParty),
    allowed: z.object({ set: z.boolean() }),
  })
  .meta({ id: 'ActionTasks' });
export type ActionTasks = z.infer<typeof ActionTasks>;

export const ActionTasksQuery = SeenAsQuery.extend({}).meta({ id: 'ActionTasksQuery' });
export type ActionTasksQuery = z.infer<typeof ActionTasksQuery>;

const fields = {
  title: line(200, 3),
  organizationId: Id,
  /** One of its functions, which takes the task with it when its holder leaves. */
  functionId: Id.nullable().default(null),
  dueOn: Day,
  guardConfirmed: GuardConfirmed.default([]),
};

export const TaskInput = z.strictObject(fields).meta({ id: 'TaskInput' });
export type TaskInput = z.infer<typeof TaskInput>;

export const taskStates = ['open', 'ended'] as const;

/** Tasks that the acting organisation answers for; the portal keeps the same names in its address. */
export const TasksQuery = z
  .strictObject({
    ...pageFields,
    state: z.enum(taskStates).default('open'),
    /** Past their day, or only those that are not. */
    late: z.stringbool().optional(),
    /** Of some functions. */
    function: listOf(Id),
  })
  .meta({ id: 'TasksQuery' });
export type TasksQuery = z.infer<typeof TasksQuery>;

export const TaskPage = pageOf(Task, 'TaskPage');
export type TaskPage = z.infer<typeof TaskPage>;
