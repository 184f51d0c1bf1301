// Who uses a method, where and since when, as each party says itself; and how many are trained, never who.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, MunicipalityCode, line } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { MethodWarning } from './method-warning';

/** not_needed: no training is asked for · unknown: nobody has said · valid · expiring: runs out within six months · expired. */
export const trainingValidities = ['not_needed', 'unknown', 'valid', 'expiring', 'expired'] as const;
export const TrainingValidity = z.enum(trainingValidities).meta({ id: 'TrainingValidity' });
export type TrainingValidity = z.infer<typeof TrainingValidity>;

export const MethodUse = z
  .object({
    id: Id,
    organization: OrganizationRef,
    since: Day,
    /** The day it was taken back. */
    endedOn: Day.nullable(),
    municipalityCodes: z.array(MunicipalityCode),
    targetGroups: z.array(TermCode),
    professions: z.array(TermCode),
    note: z.string(),
    /** The latest day that somebody there is known to have been trained. */
    trainedOn: Day.nullable(),
    /** The last day that training counts; null where it does not run out or is not known. */
    validUntil: Day.nullable(),
    validity: TrainingValidity,
    warnings: z.array(MethodWarning),
    /** Why it is used all the same, as the party says. */
    reason: z.string(),
    demo: z.boolean(),
    version: z.number().int(),
    allowed: z.object({ change: z.boolean(), hideText: z.boolean() }),
  })
  .meta({ id: 'MethodUse' });
export type MethodUse = z.infer<typeof MethodUse>;

/** Those that use it, and after them those that have; the latest first. */
export const MethodUses = z.object({ items: z.array(MethodUse) }).meta({ id: 'MethodUses' });
export type MethodUses = z.infer<typeof MethodUses>;

/** So many of a profession were trained on a day, in the party's own words. */
export const TrainedEntry = z
  .strictObject({
    profession: TermCode.nullable(),
    municipalityCode: MunicipalityCode.nullable().default(null),
    trainedOn: Day,
    count: z.number().int().min(1).max(100_000),
  })
  .meta({ id: 'TrainedEntry' });
export type TrainedEntry = z.infer<typeof TrainedEntry>;

const trained = {
  /** Those who were trained otherwise than in a training that stands here. */
  trained: z
    .array(TrainedEntry)
    .max(60)
    .refine(
      (entries) =>
        new Set(entries.map((one) => `${one.profession} ${one.municipalityCode} ${one.trainedOn}`)).size ===
        entries.length,
      'method.same-line-twice',
    )
    .default([]),
  /** Of how many who should be, and where that number comes from. */
  trainedOf: z.number().int().min(1).max(1_000_000).nullable().default(null),
  trainedSource: line(200, 0).default(''),
};

/** "Vi använder den": said by the party itself. */
export const MethodUseInput = z
  .strictObject({
    since: Day,
    /** A municipality's own is always meant; of others those they serve. */
    municipalityCodes: z.array(MunicipalityCode).max(60).default([]),
    targetGroups: z.array(TermCode).max(30).default([]),
    professions: z.array(TermCode).max(30).default([]),
    note: line(300, 0).default(''),
    ...trained,
    /** Why it is used although something lies outside what it is for; asked for only then. */
    reason: line(300, 0).default(''),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'MethodUseInput' });
export type MethodUseInput = z.infer<typeof MethodUseInput>;

/** What the party has said itself, for its own people: the numbers as they wrote them. */
export const OwnTrained = z
  .object({ trained: z.array(TrainedEntry), trainedOf: z.number().int().nullable(), trainedSource: z.string() })
  .meta({ id: 'OwnTrained' });
export type OwnTrained = z.infer<typeof OwnTrained>;
