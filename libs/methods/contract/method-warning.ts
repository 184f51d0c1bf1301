import { Day, MunicipalityCode } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { MethodRef } from './method';

/** retired: no longer to be used · the four lists: what it is not for · untrained: nobody is known to be trained · expired: the training has run out. */
export const warningKinds = ['retired', 'targetGroup', 'form', 'phase', 'profession', 'untrained', 'expired'] as const;
export const MethodWarningKind = z.enum(warningKinds).meta({ id: 'MethodWarningKind' });
export type MethodWarningKind = z.infer<typeof MethodWarningKind>;

/** One thing in which a choice lies outside what the method is for. */
export const MethodWarning = z
  .object({
    kind: MethodWarningKind,
    /** Of the four lists: what lies outside. */
    codes: z.array(TermCode),
    /** Of training: where; none where it is asked of the whole county or of a party without a municipality. */
    municipalityCodes: z.array(MunicipalityCode),
    /** The day it was retired, or the training ran out. */
    on: Day.nullable(),
    replacedBy: MethodRef.nullable(),
  })
  .meta({ id: 'MethodWarning' });
export type MethodWarning = z.infer<typeof MethodWarning>;
