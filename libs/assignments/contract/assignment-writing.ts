// What is sent to enter an assignment, to change it, and to answer to it.
import { Day, GuardConfirmed, Id, Visibility, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ReportKind } from './assignment';

/** A day to report. With `id` it is one that stands already, and what was reported on it stays. */
export const ReportInput = z
  .strictObject({ id: Id.optional(), kind: ReportKind, dueOn: Day })
  .meta({ id: 'ReportInput' });
export type ReportInput = z.infer<typeof ReportInput>;

const content = {
  title: line(200, 3),
  text: prose(12_000).default(''),
  dnr: line(60, 0).nullable().default(null),
  legalBasis: prose(1000).default(''),
  reportedTo: line(200, 0).default(''),
  decidedOn: Day.nullable().default(null),
  startsOn: Day.nullable().default(null),
  endsOn: Day.nullable().default(null),
  functionId: Id.nullable().default(null),
  reports: z.array(ReportInput).max(20).default([]),
};

/** Whom it was given to: some county boards, or all. */
const given = { allBoards: z.boolean().default(false), boardIds: z.array(Id).max(21).default([]) };

const inOrder = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  startsOn === null || endsOn === null || startsOn <= endsOn;

export const AssignmentInput = z
  .strictObject({ ...content, ...given, visibility: Visibility, guardConfirmed: GuardConfirmed.default([]) })
  .refine(inOrder, { path: ['endsOn'], message: 'assignment.ends-before-it-starts' })
  .refine(({ allBoards, boardIds }) => allBoards || boardIds.length > 0, {
    path: ['boardIds'],
    message: 'assignment.needs-a-board',
  })
  .meta({ id: 'AssignmentInput' });
export type AssignmentInput = z.infer<typeof AssignmentInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const AssignmentChange = z
  .strictObject({
    title: content.title,
    text: prose(12_000),
    dnr: line(60, 0).nullable(),
    legalBasis: prose(1000),
    reportedTo: line(200, 0),
    decidedOn: Day.nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    functionId: Id.nullable(),
    reports: z.array(ReportInput).max(20),
    allBoards: z.boolean(),
    boardIds: z.array(Id).max(21),
  })
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'AssignmentChange' });
export type AssignmentChange = z.infer<typeof AssignmentChange>;

export const AssignmentVisibility = z.strictObject({ visibility: Visibility }).meta({ id: 'AssignmentVisibility' });
export type AssignmentVisibility = z.infer<typeof AssignmentVisibility>;

/** The day the acting board reported. */
export const ReportDone = z.strictObject({ reportedOn: Day }).meta({ id: 'ReportDone' });
export type ReportDone = z.infer<typeof ReportDone>;

/** A deed that needs no words. */
export const AssignmentDeed = z.strictObject({}).meta({ id: 'AssignmentDeed' });
