// What is sent to enter a method, to change it, and to do something with it.
import { Day, GuardConfirmed, Id, Visibility, line, prose } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { EvidenceState } from './method';

/** Whom a method can be shown to. It stands on no public page. */
export const methodVisibilities = ['own', 'county', 'members'] as const;
export const MethodVisibility = Visibility.exclude(['participants', 'public']).meta({ id: 'MethodVisibility' });
export type MethodVisibility = z.infer<typeof MethodVisibility>;

const webAddress = line(500, 0).refine(
  (text) => text === '' || (/^https?:\/\/\S+\.\S+$/.test(text) && URL.canParse(text)),
  'field.wrong-form',
);
const terms = z.array(TermCode).max(30);

const content = {
  name: line(160, 2),
  purpose: prose(2000),
  notFor: prose(2000),
  targetGroups: terms,
  forms: terms,
  phases: terms,
  professions: terms,
  evidenceState: EvidenceState,
  evidence: prose(2000),
  evidenceSource: line(200, 0),
  evidenceLink: webAddress,
  evidenceOn: Day.nullable(),
  trainingRequired: z.boolean(),
  training: line(300, 0),
  /** For how many months the training counts, one to ten years. */
  validMonths: z.number().int().min(1).max(120).nullable(),
  functionId: Id.nullable(),
  reviewOn: Day.nullable(),
  /** The trainings that give it. */
  offerIds: z.array(Id).max(30),
};

/** A state that claims something needs who says so, and when. */
export const evidenceIsSaid = (one: {
  evidenceState: EvidenceState;
  evidenceSource: string;
  evidenceOn: string | null;
}): boolean => one.evidenceState === 'not_assessed' || (one.evidenceSource !== '' && one.evidenceOn !== null);

export const MethodInput = z
  .strictObject({
    ...content,
    purpose: content.purpose.default(''),
    notFor: content.notFor.default(''),
    targetGroups: content.targetGroups.default([]),
    forms: content.forms.default([]),
    phases: content.phases.default([]),
    professions: content.professions.default([]),
    evidenceState: content.evidenceState.default('not_assessed'),
    evidence: content.evidence.default(''),
    evidenceSource: content.evidenceSource.default(''),
    evidenceLink: content.evidenceLink.default(''),
    evidenceOn: content.evidenceOn.default(null),
    trainingRequired: content.trainingRequired.default(false),
    training: content.training.default(''),
    validMonths: content.validMonths.default(null),
    functionId: content.functionId.default(null),
    reviewOn: content.reviewOn.default(null),
    offerIds: content.offerIds.default([]),
    visibility: MethodVisibility.default('members'),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .refine(evidenceIsSaid, { path: ['evidenceSource'], message: 'method.evidence-needs-source' })
  .meta({ id: 'MethodInput' });
export type MethodInput = z.infer<typeof MethodInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const MethodChange = z
  .strictObject(content)
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'MethodChange' });
export type MethodChange = z.infer<typeof MethodChange>;

/** A deed that needs no words. */
export const MethodDeed = z.strictObject({}).meta({ id: 'MethodDeed' });

export const MethodShown = z.strictObject({ visibility: MethodVisibility }).meta({ id: 'MethodShown' });
export type MethodShown = z.infer<typeof MethodShown>;

/** From a day on it is not to be used: why, and what is used instead. */
export const MethodRetirement = z
  .strictObject({
    retiresOn: Day,
    motive: line(300, 3),
    replacedById: Id.nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'MethodRetirement' });
export type MethodRetirement = z.infer<typeof MethodRetirement>;

/** It has been looked over and is right; the day to look again. */
export const MethodReview = z.strictObject({ reviewOn: Day }).meta({ id: 'MethodReview' });
export type MethodReview = z.infer<typeof MethodReview>;
