// The form's own shape of an assessment, and how it becomes what the API takes.
import { type Assessment, AssessmentInput, type AssessmentLevel } from '@samverkan/followup/contract';
import { isKeepable, keepable } from '@samverkan/shared/contract';
import * as z from 'zod';

export interface EvidenceLink {
  title: string;
  url: string;
}

export interface EvidenceAction {
  id: string;
  title: string;
}

export interface AssessmentDraft {
  level: AssessmentLevel | '';
  reason: string;
  assessedOn: string;
  functionId: string;
  actions: EvidenceAction[];
  links: EvidenceLink[];
}

export const emptyDraft: AssessmentDraft = {
  level: '',
  reason: '',
  assessedOn: '',
  functionId: '',
  actions: [],
  links: [],
};

export const draftOf = (one: Assessment): AssessmentDraft => ({
  level: one.level,
  reason: one.reason,
  assessedOn: one.assessedOn,
  functionId: one.functionId ?? '',
  actions: one.evidence.flatMap(({ title, action }) => (action ? [{ id: action.id, title }] : [])),
  links: one.evidence.flatMap(({ title, url }) => (url ? [{ title, url }] : [])),
});

export const asContent = (draft: AssessmentDraft): Record<string, unknown> => ({
  level: draft.level,
  reason: draft.reason,
  assessedOn: draft.assessedOn,
  functionId: draft.functionId || null,
  evidence: [
    ...draft.actions.map(({ id }) => ({ actionId: id })),
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

/** What may be kept as a draft: a link with a text the guard stops or asks about stays in the browser alone, and so does such a reason. */
export const keptOf = (draft: AssessmentDraft): Record<string, unknown> =>
  keepable({ ...draft, links: draft.links.filter(({ title, url }) => isKeepable(title) && isKeepable(url)) });
