import { CountyCode, Day, Id, MunicipalityCode, line, listOf, pageFields, pageOf } from '@samverkan/shared/contract';
import * as z from 'zod';
import { QuestionSummary } from './question';
import { LawArea, QuestionStatus, QuestionSubject } from './question-words';

export const questionSorts = ['changed', 'asked', 'since', 'title', 'status'] as const;
export const questionFileFormats = ['xlsx', 'csv', 'json'] as const;

const filters = {
  /** Words in the question, its background or its reference. */
  q: line(120, 0).optional(),
  status: listOf(QuestionStatus),
  /** Where somebody still has to do something. */
  open: z.stringbool().optional(),
  subject: listOf(QuestionSubject),
  law: listOf(LawArea),
  county: listOf(CountyCode),
  municipality: listOf(MunicipalityCode),
  /** Asked or joined by the acting organisation. */
  mine: z.stringbool().optional(),
  /** With an answer that the acting organisation has not judged. */
  judge: z.stringbool().optional(),
  /** Nobody at the county board has taken it. */
  untaken: z.stringbool().optional(),
  /** Asked by any of these. */
  asker: listOf(Id),
  /** Asked on these days or between. */
  askedFrom: Day.optional(),
  askedTo: Day.optional(),
  sort: z.enum(questionSorts).default('changed'),
  order: z.enum(['asc', 'desc']).default('desc'),
};

/** The list's whole state; the portal keeps the same names in its address. */
export const QuestionQuery = z.strictObject({ ...pageFields, ...filters }).meta({ id: 'QuestionQuery' });
export type QuestionQuery = z.infer<typeof QuestionQuery>;
export const QuestionPage = pageOf(QuestionSummary, 'QuestionPage');
export type QuestionPage = z.infer<typeof QuestionPage>;

export const QuestionExportQuery = z
  .strictObject({
    ...filters,
    format: z.enum(questionFileFormats).default('xlsx'),
    lang: z.enum(['sv', 'en']).default('sv'),
  })
  .meta({ id: 'QuestionExportQuery' });
export type QuestionExportQuery = z.infer<typeof QuestionExportQuery>;

/** A question as far as it is written. */
export const SimilarQuery = z
  .strictObject({ q: line(300, 0).default(''), subject: QuestionSubject.optional(), except: Id.optional() })
  .meta({ id: 'SimilarQuery' });
export type SimilarQuery = z.infer<typeof SimilarQuery>;
