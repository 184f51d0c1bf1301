import { CountyCode, MunicipalityCode } from '@samverkan/shared/contract';
import * as z from 'zod';

export const Municipality = z
  .object({ code: MunicipalityCode, name: z.string(), countyCode: CountyCode })
  .meta({ id: 'Municipality' });
export type Municipality = z.infer<typeof Municipality>;

/** A county (län): the area, not the authority. */
export const County = z
  .object({
    code: CountyCode,
    name: z.string(),
    nameEn: z.string(),
    shortName: z.string(),
    /** ISO 3166-2, e.g. "SE-Y". */
    isoCode: z.string(),
    municipalities: z.array(Municipality),
  })
  .meta({ id: 'County' });
export type County = z.infer<typeof County>;

export const Counties = z.object({ items: z.array(County) }).meta({ id: 'Counties' });
export type Counties = z.infer<typeof Counties>;
