import { QuestionSubject } from '@samverkan/questions/contract';
import { Id, MunicipalityCode, line, listOf, pageFields, pageOf } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { SupportSummary } from './support-request';
import { SupportForm, SupportStatus, SupportUrgency } from './support-words';

export const supportSorts = ['changed', 'asked', 'due', 'since', 'title', 'status'] as const;
export const supportFileFormats = ['xlsx', 'csv', 'json'] as const;

const filters = {
  /** Words of the need or its reference. */
  q: line(120, 0).optional(),
  status: listOf(SupportStatus),
  /** Where somebody still works with it. */
  open: z.stringbool().optional(),
  subject: listOf(QuestionSubject),
  form: listOf(SupportForm),
  urgency: listOf(SupportUrgency),
  profession: listOf(TermCode),
  municipality: listOf(MunicipalityCode),
  /** Asked by the acting organisation. */
  mine: z.stringbool().optional(),
  /** Nobody at the county board has taken it. */
  untaken: z.stringbool().optional(),
  /** The day the county board works towards has passed. */
  overdue: z.stringbool().optional(),
  /** Whoever asked is to say what it led to. */
  effect: z.stringbool().optional(),
  asker: listOf(Id),
  sort: z.enum(supportSorts).default('changed'),
  order: z.enum(['asc', 'desc']).default('desc'),
};

/** The list's whole state; the portal keeps the same names in its address. */
export const SupportQuery = z.strictObject({ ...pageFields, ...filters }).meta({ id: 'SupportQuery' });
export type SupportQuery = z.infer<typeof SupportQuery>;
export const SupportPage = pageOf(SupportSummary, 'SupportPage');
export type SupportPage = z.infer<typeof SupportPage>;

export const SupportExportQuery = z
  .strictObject({
    ...filters,
    format: z.enum(supportFileFormats).default('xlsx'),
    lang: z.enum(['sv', 'en']).default('sv'),
  })
  .meta({ id: 'SupportExportQuery' });
export type SupportExportQuery = z.infer<typeof SupportExportQuery>;

/** A need as far as it is written. */
export const SuggestionQuery = z
  .strictObject({ q: line(300, 0).default(''), subject: QuestionSubject.optional() })
  .meta({ id: 'SuggestionQuery' });
export type SuggestionQuery = z.infer<typeof SuggestionQuery>;
