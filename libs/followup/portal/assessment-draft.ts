// The form's own shape of an assessment, and how it becomes what the API takes.
import { type Assessment, AssessmentInput, type AssessmentLevel } from '@samverkan/followup/contract';
import { guardGrade, guardText } from '@samverkan/shared/contract';
import * as z from 'zod';

export interface EvidenceLink {
  title: string;
  url: string;
}

export interface AssessmentDraft {
  level: AssessmentLevel | '';
  reason: string;
  assessedOn: string;
  functionId: string;
  actionIds: string[];
  links: EvidenceLink[];
}

export const emptyDraft: AssessmentDraft = {
  level: '',
  reason: '',
  assessedOn: '',
  functionId: '',
  actionIds: [],
  links: [],
};

export const draftOf = (one: Assessment): AssessmentDraft => ({
  level: one.level,
  reason: one.reason,
  assessedOn: one.assessedOn,
  functionId: one.functionId ?? '',
  actionIds: one.evidence.flatMap(({ action }) => (action ? [action.id] : [])),
  links: one.evidence.flatMap(({ title, url }) => (url ? [{ title, url }] : [])),
});

export const asContent = (draft: AssessmentDraft): Record<string, unknown> => ({
  level: draft.level,
  reason: draft.reason,
  assessedOn: draft.assessedOn,
  functionId: draft.functionId || null,
  evidence: [
    ...draft.actionIds.map((actionId) => ({ actionId })),
    ...draft.links.filter(({ title, url }) => title || url),
  ],
});

/** The contract's schema, reading the form's shape; the places of the links are the form's own. */
export const AssessmentDraftSchema = z.preprocess(
  (draft) => ({ ...asContent(draft as AssessmentDraft), links: (draft as AssessmentDraft).links }),
  z.object({
    level: AssessmentInput.shape.level,
    reason: AssessmentInput.shape.reason,
    assessedOn: AssessmentInput.shape.assessedOn,
    functionId: AssessmentInput.shape.functionId,
    links: z
      .array(z.object({ title: z.string(), url: z.string() }))
      .refine(
        (links) =>
          links.every(({ title, url }) => (!title && !url) || (title.trim() && /^https:\/\/[^\s/]+/.test(url))),
        'assessment.link-is-half',
      ),
  }),
);

/** What may be kept as a draft: a text the guard stops or asks about stays in the browser's field alone. */
export const keepable = (draft: AssessmentDraft): Record<string, unknown> => {
  const isClean = (text: string) => !['stop', 'ask'].includes(guardGrade(guardText(text)) ?? '');
  return {
    ...draft,
    reason: isClean(draft.reason) ? draft.reason : '',
    links: draft.links.filter(({ title, url }) => isClean(title) && isClean(url)),
  };
};
