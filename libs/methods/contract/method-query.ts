import {
  CountyCode,
  MunicipalityCode,
  SheetFormat,
  line,
  listOf,
  pageFields,
  pageOf,
  sheetFormats,
} from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { EvidenceState, MethodStatus, MethodSummary } from './method';

export const methodSorts = ['match', 'name', 'evidence', 'uses', 'changed'] as const;
export const methodFormats = sheetFormats;

const filters = {
  /** Words in the name, the purpose, what it is not for, the evidence or the training. */
  q: line(120, 0).optional(),
  /** For any of these, or for all. */
  targetGroup: listOf(TermCode),
  form: listOf(TermCode),
  phase: listOf(TermCode),
  profession: listOf(TermCode),
  evidence: listOf(EvidenceState),
  status: listOf(MethodStatus),
  county: listOf(CountyCode),
  /** Some party says that it uses it in any of these. */
  municipality: listOf(MunicipalityCode),
  /** Training is needed, or is not. */
  training: z.stringbool().optional(),
  /** Kept by the acting county board. */
  mine: z.stringbool().optional(),
  /** Used by the acting party. */
  ours: z.stringbool().optional(),
  /** Used by the acting party, whose training runs out within six months or has run out. */
  running: z.stringbool().optional(),
  /** The day it should have been looked over has passed. */
  stale: z.stringbool().optional(),
  /** `match` is the best first while there are words, else by name. */
  sort: z.enum(methodSorts).default('match'),
  order: z.enum(['asc', 'desc']).default('asc'),
};

/** The list's whole state; the portal keeps the same names in its address. */
export const MethodQuery = z.strictObject({ ...pageFields, ...filters }).meta({ id: 'MethodQuery' });
export type MethodQuery = z.infer<typeof MethodQuery>;

export const MethodPage = pageOf(MethodSummary, 'MethodPage');
export type MethodPage = z.infer<typeof MethodPage>;

export const MethodExportQuery = z
  .strictObject({ ...filters, format: SheetFormat.default('xlsx'), lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'MethodExportQuery' });
export type MethodExportQuery = z.infer<typeof MethodExportQuery>;
