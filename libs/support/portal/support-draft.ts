// The form's own shape of a request, and how it becomes what the API takes.
import type { QuestionSubject } from '@samverkan/questions/contract';
import type { GuardConfirmed } from '@samverkan/shared/contract';
import { type SupportForm, SupportInput, type SupportRequest, type SupportUrgency } from '@samverkan/support/contract';
import * as z from 'zod';

export interface SupportDraft {
  title: string;
  text: string;
  subject: QuestionSubject | '';
  professions: string[];
  staffCount: string;
  form: SupportForm | '';
  urgency: SupportUrgency;
  municipalityCode: string;
  functionId: string;
  forOrganizationId: string;
}

export const emptyDraft: SupportDraft = {
  title: '',
  text: '',
  subject: '',
  professions: [],
  staffCount: '',
  form: '',
  urgency: 'quarter',
  municipalityCode: '',
  functionId: '',
  forOrganizationId: '',
};

export const draftOf = (one: SupportRequest): SupportDraft => ({
  title: one.title,
  text: one.text,
  subject: one.subject,
  professions: [...one.professions],
  staffCount: one.staffCount === null ? '' : String(one.staffCount),
  form: one.form,
  urgency: one.urgency,
  municipalityCode: one.municipalityCode ?? '',
  functionId: one.function?.id ?? '',
  forOrganizationId: '',
});

const emptied = new Set(['municipalityCode', 'functionId', 'forOrganizationId', 'staffCount']);

/** Fields as they are sent: what is empty is nothing, and a number is one. */
export const asSent = (draft: Partial<SupportDraft>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft).map(([field, value]) => [
      field,
      value === '' && emptied.has(field) ? null : field === 'staffCount' ? Number(value) : value,
    ]),
  );

/** A function belongs to whoever asks: asked for another, none is named. */
export const asInput = (draft: SupportDraft, guardConfirmed: GuardConfirmed): unknown => ({
  ...asSent(draft),
  ...(draft.forOrganizationId ? { functionId: null } : {}),
  guardConfirmed: [...guardConfirmed],
});

/** The contract's schema, reading the form's shape. */
export const SupportDraftSchema = z.preprocess((draft) => asInput(draft as SupportDraft, []), SupportInput);
