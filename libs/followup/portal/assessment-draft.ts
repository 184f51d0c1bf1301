// The form's own shape of an assessment, and how it becomes what the API takes.
import { type Assessment, AssessmentInput, type AssessmentLevel, type Evidence } from '@samverkan/followup/contract';
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
  ...evidenceIn(one.evidence),
});

type Shown = Pick<Evidence, 'title' | 'url'> & { action: { id: string } | null };

/** The evidence as the form has it: actions and addresses apart. */
export const evidenceIn = (evidence: readonly Shown[]): Pick<AssessmentDraft, 'actions' | 'links'> => ({
  actions: evidence.flatMap(({ title, action }) => (action ? [{ id: action.id, title }] : [])),
  links: evidence.flatMap(({ title, url }) => (url ? [{ title, url }] : [])),
});

/** And as an assessment has it. */
export const evidenceOf = ({ actions, links }: AssessmentDraft): Shown[] => [
  ...actions.map(({ id, title }) => ({ title, url: null, action: { id } })),
  ...links.filter(({ title, url }) => title || url).map(({ title, url }) => ({ title, url, action: null })),
];

/** What is written that did not stand there. */
export const differenceOf = (before: AssessmentDraft, now: AssessmentDraft): Partial<AssessmentDraft> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof AssessmentDraft]),
    ),
  );

/** The fields that differ, as the API takes them. */
export const asChange = (before: AssessmentDraft, now: AssessmentDraft): Record<string, unknown> => {
  const stood = asContent(before);
  const isNew = ([field, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(stood[field]);
  return Object.fromEntries(Object.entries(asContent(now)).filter(isNew));
};

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
export const keptOf = ({ links, ...draft }: Partial<AssessmentDraft>): Record<string, unknown> =>
  keepable({
    ...draft,
    ...(links ? { links: links.filter(({ title, url }) => isKeepable(title) && isKeepable(url)) } : {}),
  });
