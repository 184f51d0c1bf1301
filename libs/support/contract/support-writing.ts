import { QuestionSubject } from '@samverkan/questions/contract';
import { Day, GuardConfirmed, Id, MunicipalityCode, line, prose } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { SupportEffect, SupportForm, SupportLinkKind, SupportUrgency } from './support-words';

const content = {
  title: line(300, 5),
  text: prose(6000),
  subject: QuestionSubject,
  professions: z.array(TermCode).max(30),
  staffCount: z.number().int().min(1).max(100_000).nullable(),
  form: SupportForm,
  urgency: SupportUrgency,
  municipalityCode: MunicipalityCode.nullable(),
  functionId: Id.nullable(),
};

export const SupportInput = z
  .strictObject({
    ...content,
    text: content.text.default(''),
    professions: content.professions.default([]),
    staffCount: content.staffCount.default(null),
    urgency: SupportUrgency.default('quarter'),
    municipalityCode: content.municipalityCode.default(null),
    functionId: content.functionId.default(null),
    /** Taken down by the county board for another party. */
    forOrganizationId: Id.nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'SupportInput' });
export type SupportInput = z.infer<typeof SupportInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const SupportChange = z
  .strictObject(content)
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'SupportChange' });
export type SupportChange = z.infer<typeof SupportChange>;

/** A deed that needs no words. */
export const SupportDeed = z.strictObject({}).meta({ id: 'SupportDeed' });

/** Yes to the proposal. */
export const SupportAgreement = z
  .strictObject({
    /** The proposal that was read. Refused when it has been changed since. */
    proposal: prose(6000).optional(),
  })
  .meta({ id: 'SupportAgreement' });
export type SupportAgreement = z.infer<typeof SupportAgreement>;

/** Which of the county board's functions has it, and the day it works towards. */
export const SupportHandling = z
  .strictObject({ functionId: Id.nullable().default(null), dueOn: Day.nullable().default(null) })
  .meta({ id: 'SupportHandling' });
export type SupportHandling = z.infer<typeof SupportHandling>;

const saying = { guardConfirmed: GuardConfirmed.default([]) };
/** What is offered. */
export const SupportProposal = z
  .strictObject({ proposal: prose(6000).min(3), ...saying })
  .meta({ id: 'SupportProposal' });
export type SupportProposal = z.infer<typeof SupportProposal>;
/** What was done. */
export const SupportClosing = z.strictObject({ outcome: prose(6000).min(3), ...saying }).meta({ id: 'SupportClosing' });
export type SupportClosing = z.infer<typeof SupportClosing>;
/** Why it is reopened, declined or withdrawn. */
export const SupportReason = z.strictObject({ reason: line(500, 3), ...saying }).meta({ id: 'SupportReason' });
export type SupportReason = z.infer<typeof SupportReason>;

/** The one question, three months after. */
export const SupportEffectInput = z
  .strictObject({
    effect: SupportEffect,
    words: line(500, 0).default(''),
    /** Others in the county may read who it was, the need, what was done and what it led to. */
    mayTell: z.boolean().default(false),
    ...saying,
  })
  .meta({ id: 'SupportEffectInput' });
export type SupportEffectInput = z.infer<typeof SupportEffectInput>;

export const SupportTelling = z.strictObject({ mayTell: z.boolean() }).meta({ id: 'SupportTelling' });
export type SupportTelling = z.infer<typeof SupportTelling>;

export const SupportMessageInput = z
  .strictObject({ text: prose(4000).min(1), ...saying })
  .meta({ id: 'SupportMessageInput' });
export type SupportMessageInput = z.infer<typeof SupportMessageInput>;

export const SupportLinkInput = z.strictObject({ kind: SupportLinkKind, id: Id }).meta({ id: 'SupportLinkInput' });
export type SupportLinkInput = z.infer<typeof SupportLinkInput>;
