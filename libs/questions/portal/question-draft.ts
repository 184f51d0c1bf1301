// The form's own shape of a question, and how it becomes what the API takes.
import { type Question, QuestionInput, type QuestionSubject } from '@samverkan/questions/contract';
import type { GuardConfirmed } from '@samverkan/shared/contract';
import * as z from 'zod';

export interface QuestionDraft {
  title: string;
  text: string;
  subject: QuestionSubject | '';
  lawArea: string;
  municipalityCode: string;
  functionId: string;
  visibility: 'participants' | 'county';
  forOrganizationId: string;
  askedOn: string;
}

export const emptyDraft: QuestionDraft = {
  title: '',
  text: '',
  subject: '',
  lawArea: '',
  municipalityCode: '',
  functionId: '',
  visibility: 'participants',
  forOrganizationId: '',
  askedOn: '',
};

export const draftOf = (one: Question): QuestionDraft => ({
  title: one.title,
  text: one.text,
  subject: one.subject,
  lawArea: one.lawArea ?? '',
  municipalityCode: one.municipalityCode ?? '',
  functionId: one.function?.id ?? '',
  visibility: one.visibility === 'county' ? 'county' : 'participants',
  forOrganizationId: '',
  askedOn: '',
});

const emptied = new Set(['lawArea', 'municipalityCode', 'functionId', 'forOrganizationId', 'askedOn']);

/** Fields as they are sent: what is empty is nothing. */
export const asSent = (draft: Partial<QuestionDraft>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft).map(([field, value]) => [field, value === '' && emptied.has(field) ? null : value]),
  );

/** A function belongs to whoever asks: asked for another, none is named. */
export const asInput = (draft: QuestionDraft, guardConfirmed: GuardConfirmed): unknown => ({
  ...asSent(draft),
  ...(draft.forOrganizationId ? { functionId: null } : {}),
  guardConfirmed: [...guardConfirmed],
});

/** The contract's schema, reading the form's shape. */
export const QuestionDraftSchema = z.preprocess((draft) => asInput(draft as QuestionDraft, []), QuestionInput);
