// The form's own shape of an assignment, and how it becomes what the API takes.
import { type Assignment, AssignmentInput, type ReportKind } from '@samverkan/assignments/contract';
import type { GuardConfirmed, Visibility } from '@samverkan/shared/contract';
import * as z from 'zod';

export interface ReportDay {
  id?: string;
  kind: ReportKind;
  dueOn: string;
}

export interface AssignmentDraft {
  title: string;
  text: string;
  dnr: string;
  legalBasis: string;
  reportedTo: string;
  decidedOn: string;
  startsOn: string;
  endsOn: string;
  functionId: string;
  reports: ReportDay[];
  allBoards: boolean;
  boardIds: string[];
  visibility: Visibility;
}

export const emptyDraft: AssignmentDraft = {
  title: '',
  text: '',
  dnr: '',
  legalBasis: '',
  reportedTo: '',
  decidedOn: '',
  startsOn: '',
  endsOn: '',
  functionId: '',
  reports: [],
  allBoards: false,
  boardIds: [],
  visibility: 'members',
};

export const draftOf = (one: Assignment): AssignmentDraft => ({
  title: one.title,
  text: one.text,
  dnr: one.dnr ?? '',
  legalBasis: one.legalBasis,
  reportedTo: one.reportedTo,
  decidedOn: one.decidedOn ?? '',
  startsOn: one.startsOn ?? '',
  endsOn: one.endsOn ?? '',
  functionId: one.function?.id ?? '',
  reports: one.reports.map(({ id, kind, dueOn }) => ({ id, kind, dueOn })),
  allBoards: one.allBoards,
  boardIds: one.boards.map(({ id }) => id),
  visibility: one.visibility,
});

const emptied = new Set(['dnr', 'decidedOn', 'startsOn', 'endsOn', 'functionId']);

/** Fields as they are sent: what is empty is nothing. */
export const asSent = (draft: Partial<AssignmentDraft>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft).map(([field, value]) => [
      field,
      value === '' && emptied.has(field) ? null : (value as unknown),
    ]),
  );

export const asInput = (draft: AssignmentDraft, guardConfirmed: GuardConfirmed): unknown => ({
  ...asSent(draft),
  reports: draft.reports.filter(({ dueOn }) => dueOn),
  guardConfirmed: [...guardConfirmed],
});

/** The contract's schema, reading the form's shape. */
export const AssignmentDraftSchema = z.preprocess((draft) => asInput(draft as AssignmentDraft, []), AssignmentInput);

/** What is different from before. */
export const differenceOf = (before: AssignmentDraft, now: AssignmentDraft): Partial<AssignmentDraft> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof AssignmentDraft]),
    ),
  );
