// What is sent to write a strategy: a draft, its goals, what they serve, and who signed.
import { CountyCode, Day, GuardConfirmed, Id, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { GoalKind, SignatoryCapacity, StrategyKind } from './strategy';

const guardConfirmed = GuardConfirmed.optional();
const periodInOrder = (value: { startsOn?: string | null | undefined; endsOn?: string | null | undefined }) =>
  !value.startsOn || !value.endsOn || value.startsOn <= value.endsOn;
const periodProblem = { path: ['endsOn'], message: 'strategy.ends-before-it-starts' };

const texts = {
  title: line(240, 3),
  titleEn: line(240).nullable(),
  shortTitle: line(60, 3),
  shortTitleEn: line(60).nullable(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  /** The document a national frame was decided in ("Skr. 2016/17:10"). */
  document: line(120).nullable(),
  dnr: line(60).nullable(),
  vision: prose(2000).nullable(),
  visionEn: prose(2000).nullable(),
  note: prose(2000).nullable(),
  noteEn: prose(2000).nullable(),
};

/** A new draft. The acting organisation owns it; a national frame it enters and `ownerId` decides, and it begins as proposed. */
export const StrategyInput = z
  .strictObject({
    kind: StrategyKind,
    title: texts.title,
    shortTitle: texts.shortTitle,
    startsOn: Day.nullable().default(null),
    endsOn: Day.nullable().default(null),
    ownerId: Id.nullable().default(null),
    /** The strategies it is to replace. */
    replaces: z.array(Id).max(10).default([]),
    /** Brings the goals of what it replaces along as a first text, each with its way marked as continuing. */
    copyGoals: z.boolean().default(false),
    /** The superior frames it implements. */
    frameIds: z.array(Id).max(10).default([]),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .refine(periodInOrder, periodProblem)
  .meta({ id: 'StrategyInput' });
export type StrategyInput = z.infer<typeof StrategyInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const StrategyChange = z
  .strictObject({ ...texts, countyCodes: z.array(CountyCode).max(21) })
  .partial()
  .extend({ guardConfirmed })
  .refine(periodInOrder, periodProblem)
  .meta({ id: 'StrategyChange' });
export type StrategyChange = z.infer<typeof StrategyChange>;

const goalTexts = {
  title: line(300, 3),
  titleEn: line(300).nullable(),
  text: prose(4000).nullable(),
  textEn: prose(4000).nullable(),
  responsibleOrganizationId: Id.nullable(),
  indicators: z.array(line(160)).max(20),
};

/** A goal at the end of its siblings, or after the one named. Its number is its place. */
export const GoalInput = z
  .strictObject({
    title: goalTexts.title,
    kind: GoalKind.default('goal'),
    text: goalTexts.text.default(null),
    parentId: Id.nullable().default(null),
    afterId: Id.nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'GoalInput' });
export type GoalInput = z.infer<typeof GoalInput>;

export const GoalChange = z
  .strictObject({ ...goalTexts, kind: GoalKind })
  .partial()
  .extend({ guardConfirmed })
  .meta({ id: 'GoalChange' });
export type GoalChange = z.infer<typeof GoalChange>;

/** Where a goal stands: under which, and after which of its siblings (null: first). */
export const GoalPlace = z.strictObject({ parentId: Id.nullable(), afterId: Id.nullable() }).meta({ id: 'GoalPlace' });
export type GoalPlace = z.infer<typeof GoalPlace>;

/** All the goals of superior frames that a goal serves, each with why. */
export const GoalLinks = z
  .strictObject({
    links: z.array(z.strictObject({ frameGoalId: Id, motive: prose(500).nullable().default(null) })).max(40),
    guardConfirmed,
  })
  .meta({ id: 'GoalLinks' });
export type GoalLinks = z.infer<typeof GoalLinks>;

/** All the superior frames that a draft is measured against, each with why. */
export const StrategyFrames = z
  .strictObject({
    frames: z.array(z.strictObject({ frameId: Id, motive: prose(500).nullable().default(null) })).max(10),
    guardConfirmed,
  })
  .meta({ id: 'StrategyFrames' });
export type StrategyFrames = z.infer<typeof StrategyFrames>;

/** The decision. */
export const AdoptionInput = z
  .strictObject({ decidedOn: Day, dnr: line(60).nullable().default(null) })
  .meta({ id: 'AdoptionInput' });
export type AdoptionInput = z.infer<typeof AdoptionInput>;

/** A strategy that no longer applies, and nothing took its place. */
export const RepealInput = z.strictObject({ motive: line(500, 3), guardConfirmed }).meta({ id: 'RepealInput' });
export type RepealInput = z.infer<typeof RepealInput>;

export const SignatoryInput = z
  .strictObject({
    organizationId: Id,
    capacity: SignatoryCapacity.default('signed'),
    functionTitle: line(120).nullable().default(null),
    signedOn: Day.nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'SignatoryInput' });
export type SignatoryInput = z.infer<typeof SignatoryInput>;

export const SignatoryChange = z
  .strictObject({
    capacity: SignatoryCapacity,
    functionTitle: line(120).nullable(),
    signedOn: Day.nullable(),
    withdrawnOn: Day.nullable(),
  })
  .partial()
  .extend({ guardConfirmed })
  .meta({ id: 'SignatoryChange' });
export type SignatoryChange = z.infer<typeof SignatoryChange>;

/** A deed that needs no words. */
export const StrategyDeed = z.strictObject({}).meta({ id: 'StrategyDeed' });

/** The language a strategy goes out in as a document. */
export const StrategyDocumentQuery = z
  .strictObject({ lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'StrategyDocumentQuery' });
export type StrategyDocumentQuery = z.infer<typeof StrategyDocumentQuery>;
