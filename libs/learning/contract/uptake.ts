// Which municipalities have joined a campaign or done the steps of web-based guidance, and where they stop.
import { Day, GuardConfirmed, Id, MunicipalityCode, line } from '@samverkan/shared/contract';
import * as z from 'zod';
import { webAddress } from './web-address';

export const OfferStep = z.object({ id: Id, title: z.string(), link: z.string() }).meta({ id: 'OfferStep' });
export type OfferStep = z.infer<typeof OfferStep>;

export const Uptake = z
  .object({
    /** Of web-based guidance its steps in order, of a campaign its kit. */
    steps: z.array(OfferStep),
    rows: z.array(
      z.object({
        municipalityCode: MunicipalityCode,
        /** The day it joined; null where it has only done steps. */
        joinedOn: Day.nullable(),
        /** The steps it has done. */
        done: z.array(Id),
      }),
    ),
    /** The municipalities that the reader may answer for. */
    mine: z.array(MunicipalityCode),
  })
  .meta({ id: 'Uptake' });
export type Uptake = z.infer<typeof Uptake>;

/** All of them, in order. With `id` it is one that stands already, and what has been done of it stays. */
export const OfferStepsInput = z
  .strictObject({
    steps: z.array(z.strictObject({ id: Id.optional(), title: line(200, 2), link: webAddress.default('') })).max(30),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'OfferStepsInput' });
export type OfferStepsInput = z.infer<typeof OfferStepsInput>;

/** A municipality joins (without a step) or has done a step; `done: false` takes it back. */
export const UptakeInput = z
  .strictObject({ municipalityCode: MunicipalityCode, stepId: Id.nullable().default(null), done: z.boolean() })
  .meta({ id: 'UptakeInput' });
export type UptakeInput = z.infer<typeof UptakeInput>;
