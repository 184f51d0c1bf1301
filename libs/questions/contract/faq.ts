// A question in words for everybody, with its answer, when the county board has checked it.
import { OrganizationRef } from '@samverkan/organizations/contract';
import {
  Day,
  GuardConfirmed,
  Id,
  Moment,
  Visibility,
  line,
  listOf,
  pageFields,
  pageOf,
  prose,
} from '@samverkan/shared/contract';
import * as z from 'zod';
import { LawArea, QuestionSubject } from './question-words';
import { webAddress } from './web-address';

export const faqStatuses = ['draft', 'published', 'withdrawn'] as const;

export const Faq = z
  .object({
    id: Id,
    title: z.string(),
    answer: z.string(),
    /** Who has answered, in words. */
    source: z.string(),
    sourceOn: Day.nullable(),
    link: z.string(),
    subject: QuestionSubject,
    lawArea: LawArea.nullable(),
    status: z.enum(faqStatuses),
    visibility: Visibility,
    organization: OrganizationRef,
    /** When the county board last checked that it is right. */
    checkedOn: Day.nullable(),
    changedAt: Moment,
    demo: z.boolean(),
    version: z.number().int(),
    allowed: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'Faq' });
export type Faq = z.infer<typeof Faq>;

export const FaqQuery = z
  .strictObject({
    ...pageFields,
    q: line(120, 0).optional(),
    subject: listOf(QuestionSubject),
    law: listOf(LawArea),
    status: z.enum(faqStatuses).optional(),
  })
  .meta({ id: 'FaqQuery' });
export type FaqQuery = z.infer<typeof FaqQuery>;
export const FaqPage = pageOf(Faq, 'FaqPage');
export type FaqPage = z.infer<typeof FaqPage>;

const content = {
  title: line(300, 5),
  answer: prose(12_000).min(3),
  source: line(200, 0),
  sourceOn: Day.nullable(),
  link: webAddress,
  subject: QuestionSubject,
  lawArea: LawArea.nullable(),
};

export const FaqInput = z
  .strictObject({
    ...content,
    source: content.source.default(''),
    sourceOn: content.sourceOn.default(null),
    link: content.link.default(''),
    lawArea: content.lawArea.default(null),
    /** The answer it comes from. */
    replyId: Id.nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'FaqInput' });
export type FaqInput = z.infer<typeof FaqInput>;

export const FaqChange = z
  .strictObject(content)
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'FaqChange' });
export type FaqChange = z.infer<typeof FaqChange>;

/** It has been read through: it tells of nobody, and it is right. Who sees it is chosen in the same deed. */
export const FaqPublishing = z
  .strictObject({ checked: z.literal(true), visibility: z.enum(['county', 'members']) })
  .meta({ id: 'FaqPublishing' });
export type FaqPublishing = z.infer<typeof FaqPublishing>;
