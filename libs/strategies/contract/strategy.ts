import { OrganizationRef } from '@samverkan/organizations/contract';
import { CountyCode, Day, Id } from '@samverkan/shared/contract';
import * as z from 'zod';

export const strategyKinds = [
  'national_strategy',
  'action_programme',
  'policy_goals',
  'regional_strategy',
  'action_plan',
  'local_plan',
] as const;
export const StrategyKind = z.enum(strategyKinds).meta({ id: 'StrategyKind' });
export type StrategyKind = z.infer<typeof StrategyKind>;

/** `proposed`: a national frame somebody has put forward and nobody has decided yet. */
export const strategyStatuses = ['draft', 'in_consultation', 'proposed', 'adopted', 'superseded', 'repealed'] as const;
export const StrategyStatus = z.enum(strategyStatuses).meta({ id: 'StrategyStatus' });
export type StrategyStatus = z.infer<typeof StrategyStatus>;

/** How far a fact of the strategy has been checked against its source. */
export const Verification = z.enum(['verified', 'inferred', 'unverified']).meta({ id: 'Verification' });
export type Verification = z.infer<typeof Verification>;

export const StrategyRef = z
  .object({
    id: Id,
    kind: StrategyKind,
    title: z.string(),
    titleEn: z.string().nullable(),
    /** Short name for narrow places ("Handlingsplan 2022–2026"). */
    shortTitle: z.string(),
    shortTitleEn: z.string().nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    status: StrategyStatus,
    /** The period has passed. A strategy can be expired and still unreplaced. */
    expired: z.boolean(),
  })
  .meta({ id: 'StrategyRef' });
export type StrategyRef = z.infer<typeof StrategyRef>;

export const SignatoryCapacity = z.enum(['signed', 'party']).meta({ id: 'SignatoryCapacity' });
export type SignatoryCapacity = z.infer<typeof SignatoryCapacity>;

/** The body that signed or took part, under the name it had then. `organization` is null while the source does not name it. */
export const Signatory = z
  .object({
    id: Id,
    name: z.string(),
    organization: OrganizationRef.nullable(),
    /** `signed` put its name to it; `party` is listed as taking part. */
    capacity: SignatoryCapacity,
    /** The function that signed, in words ("Länsråd"). */
    functionTitle: z.string().nullable(),
    signedOn: Day.nullable(),
    withdrawnOn: Day.nullable(),
  })
  .meta({ id: 'Signatory' });
export type Signatory = z.infer<typeof Signatory>;

export const goalKinds = ['goal', 'measure'] as const;
/** A measure (åtgärd) is what is to be done; measures are numbered through the whole document. */
export const GoalKind = z.enum(goalKinds).meta({ id: 'GoalKind' });
export type GoalKind = z.infer<typeof GoalKind>;

export const GoalRef = z
  .object({
    id: Id,
    /** As printed in its strategy ("2", "2.1"). Never an identity: the violence goal was the 4th of four and is the 6th of six. */
    number: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    strategyId: Id,
    strategyShortTitle: z.string(),
  })
  .meta({ id: 'GoalRef' });
export type GoalRef = z.infer<typeof GoalRef>;

/** How many actions the reader may see under a goal, by state. Counts what the list behind it shows. */
export const GoalCounts = z
  .object({
    planned: z.number().int(),
    ongoing: z.number().int(),
    paused: z.number().int(),
    completed: z.number().int(),
  })
  .meta({ id: 'GoalCounts' });
export type GoalCounts = z.infer<typeof GoalCounts>;

/** One end of a link between goals: the other goal, the strategy it stands in, why they are linked and how we know. */
export const GoalService = z
  .object({
    goal: GoalRef,
    strategy: StrategyRef,
    motive: z.string().nullable(),
    motiveEn: z.string().nullable(),
    verification: Verification,
  })
  .meta({ id: 'GoalService' });
export type GoalService = z.infer<typeof GoalService>;

export const Goal = z
  .object({
    id: Id,
    number: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    text: z.string().nullable(),
    textEn: z.string().nullable(),
    kind: GoalKind,
    parentId: Id.nullable(),
    responsible: OrganizationRef.nullable(),
    /** Indicators by name, one each. */
    indicators: z.array(z.string()),
    version: z.number().int(),
    /** The wording is ours because the signed text has not been read in. */
    placeholder: z.boolean(),
    /** The goals of superior frames this one serves, with the motive. */
    serves: z.array(GoalService),
    /** The goals of other strategies that say they serve this one. */
    servedBy: z.array(GoalService),
  })
  .meta({ id: 'Goal' });
export type Goal = z.infer<typeof Goal>;

/** A stretch of a chain of strategies, oldest first. A gap is time when nothing applied. */
export const ChainLink = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('strategy'), strategy: StrategyRef, replacesVerification: Verification.nullable() }),
    z.object({ type: z.literal('gap'), startsOn: Day, endsOn: Day }),
  ])
  .meta({ id: 'ChainLink' });
export type ChainLink = z.infer<typeof ChainLink>;

export const StrategySummary = StrategyRef.extend({
  countyCodes: z.array(CountyCode),
  goalCount: z.number().int(),
  signatoryCount: z.number().int().nullable(),
  replaces: z.array(StrategyRef),
  replacedBy: z.array(StrategyRef),
}).meta({ id: 'StrategySummary' });
export type StrategySummary = z.infer<typeof StrategySummary>;

/** National frames first, then each county chain oldest first with its gaps. */
export const StrategyOverview = z
  .object({
    frames: z.array(StrategySummary),
    chains: z.array(z.object({ key: z.string(), countyCode: CountyCode, links: z.array(ChainLink) })),
    /** Every strategy, for a plain table of the same facts. */
    strategies: z.array(StrategySummary),
    /** The kinds the reader may begin; empty when none. */
    mayWrite: z.array(StrategyKind),
  })
  .meta({ id: 'StrategyOverview' });
export type StrategyOverview = z.infer<typeof StrategyOverview>;

export const Strategy = StrategySummary.extend({
  /** The document it was decided in ("Skr. 2016/17:10"). */
  document: z.string().nullable(),
  vision: z.string().nullable(),
  visionEn: z.string().nullable(),
  note: z.string().nullable(),
  noteEn: z.string().nullable(),
  owner: OrganizationRef.nullable(),
  signedOn: Day.nullable(),
  decidedOn: Day.nullable(),
  /** The decision's registry number. */
  dnr: z.string().nullable(),
  repealMotive: z.string().nullable(),
  version: z.number().int(),
  sources: z.array(z.string()),
  verification: Verification,
  signatories: z.array(Signatory),
  /** How many signed whom the source does not name. */
  unnamedSignatories: z.number().int(),
  /** Who signed the one before and not this. */
  notSignedAgain: z.array(OrganizationRef),
  /** The superior frames it implements. */
  implements: z.array(StrategyRef.extend({ motive: z.string().nullable() })),
  goals: z.array(Goal),
  chain: z.array(ChainLink),
  allowed: z.object({
    write: z.boolean(),
    adopt: z.boolean(),
    undoAdoption: z.boolean(),
    replace: z.boolean(),
    repeal: z.boolean(),
    sign: z.boolean(),
    discard: z.boolean(),
    hideWords: z.boolean(),
  }),
}).meta({ id: 'Strategy' });
export type Strategy = z.infer<typeof Strategy>;

/** Goals to pick from when an action is logged: current county goals first, then the national ones. */
export const GoalChoices = z
  .object({
    items: z.array(GoalRef.extend({ kind: GoalKind, countyCode: CountyCode.nullable(), current: z.boolean() })),
  })
  .meta({ id: 'GoalChoices' });
export type GoalChoices = z.infer<typeof GoalChoices>;
