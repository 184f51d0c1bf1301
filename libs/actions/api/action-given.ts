// What is sent of an action, before anything is written. Pure.
import type { ActionInput } from '@samverkan/actions/contract';
import { conflict } from '@samverkan/shared/api';
import { type Visibility, visibilityLevel } from '@samverkan/shared/contract';
import type { SentTerms } from '@samverkan/vocabularies/api';

/** A goal or municipality named twice is named once: every figure counts an action once. */
export const withoutDoubles = <T extends object>(input: T): T =>
  Object.fromEntries(
    Object.entries(input).map(([field, value]) => [
      field,
      Array.isArray(value) ? [...new Set(value)] : (value as unknown),
    ]),
  ) as T;

type Listed = Pick<ActionInput, 'kind' | 'targetGroups' | 'forms' | 'phases'>;

/** What is sent of the lists, and what stands on the action: that may stay. */
export const termsOf = (sent: Partial<Listed>, standing?: Listed): SentTerms[] => [
  { path: 'kind', vocabulary: 'kind', codes: sent.kind ?? [], standing: standing?.kind },
  { path: 'targetGroups', vocabulary: 'targetGroup', codes: sent.targetGroups ?? [], standing: standing?.targetGroups },
  { path: 'forms', vocabulary: 'form', codes: sent.forms ?? [], standing: standing?.forms },
  { path: 'phases', vocabulary: 'phase', codes: sent.phases ?? [], standing: standing?.phases },
];

export function refuseWideDraft(status: string, visibility: Visibility): void {
  if (status === 'draft' && visibilityLevel(visibility) > 1) throw conflict('action.draft-stays-inside');
}
