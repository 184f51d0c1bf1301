import { Id, SheetFormat, line, listOf, pageFields, pageOf } from '@samverkan/shared/contract';
import * as z from 'zod';
import { AssignmentStatus, AssignmentSummary } from './assignment';

export const assignmentSorts = ['next', 'title', 'status', 'changed'] as const;

const filters = {
  /** Words in the title, the text, the legal basis or the diarienummer. */
  q: line(120, 0).optional(),
  status: listOf(AssignmentStatus),
  /** Given to any of these boards. */
  board: listOf(Id),
  /** Given to the acting organisation. */
  mine: z.stringbool().optional(),
  /** The acting organisation is to report within 30 days, or should have. */
  due: z.stringbool().optional(),
  /** Those that this goal answers to. */
  goal: Id.optional(),
  /** Those that this action answers to, by itself or through its goals. */
  action: Id.optional(),
  sort: z.enum(assignmentSorts).default('next'),
  order: z.enum(['asc', 'desc']).default('asc'),
};

/** The list's whole state; the portal keeps the same names in its address. */
export const AssignmentQuery = z.strictObject({ ...pageFields, ...filters }).meta({ id: 'AssignmentQuery' });
export type AssignmentQuery = z.infer<typeof AssignmentQuery>;

export const AssignmentPage = pageOf(AssignmentSummary, 'AssignmentPage');
export type AssignmentPage = z.infer<typeof AssignmentPage>;

export const AssignmentExportQuery = z
  .strictObject({ ...filters, format: SheetFormat.default('xlsx'), lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'AssignmentExportQuery' });
export type AssignmentExportQuery = z.infer<typeof AssignmentExportQuery>;
