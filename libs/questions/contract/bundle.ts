// Questions that go on together: a joint wording, whom it has been sent to, and the clock.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, Moment, line, pageFields, pageOf, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { QuestionSummary } from './question';
import { QuestionReply } from './question-reply';

export const bundleStatuses = ['draft', 'sent', 'answered', 'ended'] as const;
export const BundleStatus = z.enum(bundleStatuses).meta({ id: 'BundleStatus' });
export type BundleStatus = z.infer<typeof BundleStatus>;

/** One it has been sent to. `not_ours`: it said that it was not for them. */
export const BundleAddress = z
  .object({
    id: Id,
    recipient: OrganizationRef,
    diarienummer: z.string(),
    sentOn: Day,
    expectedOn: Day.nullable(),
    endedOn: Day.nullable(),
    outcome: z.enum(['not_ours', 'answered', 'ended']).nullable(),
    /** Days it has had it, or had. */
    days: z.number().int(),
  })
  .meta({ id: 'BundleAddress' });
export type BundleAddress = z.infer<typeof BundleAddress>;

export const BundleSummary = z
  .object({
    id: Id,
    /** What people quote, `B-2026-K7QX3M`. */
    reference: z.string(),
    title: z.string(),
    status: BundleStatus,
    /** The county board. */
    organization: OrganizationRef,
    /** How many questions it is made of, for the county board and whom it is sent to. */
    questionCount: z.number().int().nullable(),
    /** Whom it is sent to now. */
    current: BundleAddress.nullable(),
    /** The first day it was sent: the clock never stops and never begins anew. */
    sentOn: Day.nullable(),
    /** Days since then. */
    days: z.number().int().nullable(),
    overdue: z.boolean(),
    changedAt: Moment,
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'BundleSummary' });
export type BundleSummary = z.infer<typeof BundleSummary>;

export const Bundle = BundleSummary.extend({
  wording: z.string(),
  reason: z.string(),
  addresses: z.array(BundleAddress),
  /** The questions as they were asked, those the reader may see. */
  questions: z.array(QuestionSummary.extend({ text: z.string() }).meta({ id: 'BundleQuestion' })),
  replies: z.array(QuestionReply),
  allowed: z.object({
    edit: z.boolean(),
    send: z.boolean(),
    readdress: z.boolean(),
    reply: z.boolean(),
    end: z.boolean(),
  }),
}).meta({ id: 'Bundle' });
export type Bundle = z.infer<typeof Bundle>;

export const BundleQuery = z
  .strictObject({
    ...pageFields,
    q: line(120, 0).optional(),
    status: z.enum(bundleStatuses).optional(),
    overdue: z.stringbool().optional(),
    /** An answer is expected within two weeks, or is late. */
    due: z.stringbool().optional(),
    sort: z.enum(['changed', 'sent', 'title']).default('changed'),
    order: z.enum(['asc', 'desc']).default('desc'),
  })
  .meta({ id: 'BundleQuery' });
export type BundleQuery = z.infer<typeof BundleQuery>;
export const BundlePage = pageOf(BundleSummary, 'BundlePage');
export type BundlePage = z.infer<typeof BundlePage>;

const content = {
  title: line(200, 5),
  wording: prose(8000).min(5),
  questionIds: z.array(Id).min(1).max(500),
};

export const BundleInput = z
  .strictObject({ ...content, guardConfirmed: GuardConfirmed.default([]) })
  .meta({ id: 'BundleInput' });
export type BundleInput = z.infer<typeof BundleInput>;

/** While it is a draft; `If-Match` says which version was read. */
export const BundleChange = z
  .strictObject(content)
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'BundleChange' });
export type BundleChange = z.infer<typeof BundleChange>;

const address = {
  recipientId: Id,
  diarienummer: line(60, 0).default(''),
  sentOn: Day,
  expectedOn: Day.nullable().default(null),
};
const isInOrder = ({ sentOn, expectedOn }: { sentOn: string; expectedOn: string | null }) =>
  expectedOn === null || expectedOn >= sentOn;
const wrongOrder = { path: ['expectedOn'], message: 'bundle.wrong-order' };

/** It leaves: every question in it is then sent to national level. */
export const BundleSending = z
  .strictObject({ ...address, guardConfirmed: GuardConfirmed.default([]) })
  .refine(isInOrder, wrongOrder)
  .meta({ id: 'BundleSending' });
export type BundleSending = z.infer<typeof BundleSending>;

/** “Inte vårt område”, said on a day, and whom it goes to instead. The clock goes on. */
export const BundleReaddressing = z
  .strictObject({ ...address, notOursOn: Day, guardConfirmed: GuardConfirmed.default([]) })
  .refine(isInOrder, wrongOrder)
  .meta({ id: 'BundleReaddressing' });
export type BundleReaddressing = z.infer<typeof BundleReaddressing>;

/** A number or a day that came later, or was wrong. */
export const BundleDays = z
  .strictObject({
    diarienummer: address.diarienummer,
    expectedOn: address.expectedOn,
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'BundleDays' });
export type BundleDays = z.infer<typeof BundleDays>;

export const BundleLetterQuery = z
  .strictObject({ format: z.enum(['docx', 'pdf']).default('docx') })
  .meta({ id: 'BundleLetterQuery' });
export type BundleLetterQuery = z.infer<typeof BundleLetterQuery>;
