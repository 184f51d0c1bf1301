import {
  CountyCode,
  Day,
  GuardConfirmed,
  Id,
  MunicipalityCode,
  Visibility,
  line,
  prose,
} from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { Clock, OfferKind } from './offer';
import { webAddress } from './web-address';

const count = z.number().int().min(1).max(1_000_000);

const content = {
  kind: OfferKind,
  subKindId: Id.nullable(),
  title: line(200, 3),
  description: prose(8000),
  subject: line(200, 0),
  provider: line(200, 0),
  link: webAddress,
  functionId: Id.nullable(),
  professions: z.array(TermCode).max(30),
  /** Those who are to be asked to hold it together with the acting organisation. Who holds it or is asked already is passed over, and nobody is taken away by it. */
  hostIds: z.array(Id).max(30),
  reachOf: count.nullable(),
  reachAbout: z.boolean(),
  reachSource: line(300, 0),
};

export const OfferInput = z
  .strictObject({
    ...content,
    subKindId: content.subKindId.default(null),
    description: content.description.default(''),
    subject: content.subject.default(''),
    provider: content.provider.default(''),
    link: content.link.default(''),
    functionId: content.functionId.default(null),
    professions: content.professions.default([]),
    hostIds: content.hostIds.default([]),
    reachOf: content.reachOf.default(null),
    reachAbout: content.reachAbout.default(false),
    reachSource: content.reachSource.default(''),
    visibility: Visibility,
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'OfferInput' });
export type OfferInput = z.infer<typeof OfferInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const OfferChange = z
  .strictObject(content)
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'OfferChange' });
export type OfferChange = z.infer<typeof OfferChange>;

export const OfferVisibility = z.strictObject({ visibility: Visibility }).meta({ id: 'OfferVisibility' });
export type OfferVisibility = z.infer<typeof OfferVisibility>;

/** A deed that needs no words. */
export const OfferDeed = z.strictObject({}).meta({ id: 'OfferDeed' });

export const OfferSessionInput = z
  .strictObject({
    day: Day,
    lastDay: Day.nullable().default(null),
    from: Clock,
    to: Clock,
    place: line(200, 0).default(''),
    link: webAddress.default(''),
    seats: z.number().int().min(1).max(10_000).nullable().default(null),
    quotas: z
      .array(z.strictObject({ municipalityCode: MunicipalityCode, seats: z.number().int().min(1).max(10_000) }))
      .max(60)
      .default([]),
    registerBy: Day.nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .refine(({ day, lastDay, from, to }) => (lastDay === null || lastDay === day ? from < to : day < lastDay), {
    path: ['to'],
    message: 'offer.ends-before-it-starts',
  })
  .refine(({ day, registerBy }) => registerBy === null || registerBy <= day, {
    path: ['registerBy'],
    message: 'offer.registers-too-late',
  })
  .refine(({ quotas }) => new Set(quotas.map(({ municipalityCode }) => municipalityCode)).size === quotas.length, {
    path: ['quotas'],
    message: 'offer.same-municipality-twice',
  })
  .refine(({ seats, quotas }) => seats === null || quotas.reduce((sum, quota) => sum + quota.seats, 0) <= seats, {
    path: ['quotas'],
    message: 'offer.more-quotas-than-seats',
  })
  .meta({ id: 'OfferSessionInput' });
export type OfferSessionInput = z.infer<typeof OfferSessionInput>;

export const OfferSubKindInput = z
  .strictObject({ kind: OfferKind, name: line(80, 2), countyCode: CountyCode })
  .meta({ id: 'OfferSubKindInput' });
export type OfferSubKindInput = z.infer<typeof OfferSubKindInput>;

/** Another name, or whether it is chosen any more. */
export const OfferSubKindChange = z
  .strictObject({ name: line(80, 2), closed: z.boolean() })
  .partial()
  .meta({ id: 'OfferSubKindChange' });
export type OfferSubKindChange = z.infer<typeof OfferSubKindChange>;
