// How many are trained in a method, by profession and municipality: a sum of tables that are each safe to show, so that it tells no more than they do.
import { Day, Id, MunicipalityCode } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';

/** At least so many: `more` says that a small number is hidden in some part of it. */
export const TrainedCell = z.object({ count: z.number().int(), more: z.boolean() }).meta({ id: 'TrainedCell' });
export type TrainedCell = z.infer<typeof TrainedCell>;

/** Where numbers come from: a training with its own denominator, or a party. */
export const TrainedSource = z
  .object({
    /** Of a training its title, of a party its name. */
    name: z.string(),
    offerId: Id.nullable(),
    organizationId: Id.nullable(),
    of: z.number().int().nullable(),
    about: z.boolean(),
    source: z.string(),
  })
  .meta({ id: 'TrainedSource' });
export type TrainedSource = z.infer<typeof TrainedSource>;

export const MethodTrained = z
  .object({
    professions: z.array(TermCode.nullable()),
    rows: z.array(
      z.object({ municipalityCode: MunicipalityCode.nullable(), cells: z.array(TrainedCell), total: TrainedCell }),
    ),
    totals: z.array(TrainedCell),
    total: TrainedCell,
    sources: z.array(TrainedSource),
    /** Where the training runs out within six months, or has run out: days alone, no numbers. */
    running: z.array(
      z.object({ municipalityCode: MunicipalityCode, trainedOn: Day, validUntil: Day, expired: z.boolean() }),
    ),
  })
  .meta({ id: 'MethodTrained' });
export type MethodTrained = z.infer<typeof MethodTrained>;
