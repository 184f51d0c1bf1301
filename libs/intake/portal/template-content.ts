// An action, a template and the form of a new action: how the one becomes the other.
import type { Action } from '@samverkan/actions/contract';
import type { ActionDraft } from '@samverkan/actions/portal';
import type { TemplateContent } from '@samverkan/intake/contract';

/** What an action has that its next may begin with. */
export const contentOf = (action: Action): TemplateContent => ({
  kind: action.kind,
  title: action.title,
  description: action.description,
  goalIds: action.goals.map((goal) => goal.id),
  municipalityCodes: [...action.municipalityCodes],
  targetGroups: [...action.targetGroups],
  forms: [...action.forms],
  phases: [...action.phases],
  responsibleFunction: action.responsibleFunctionId ? null : action.responsibleFunction,
  responsibleFunctionId: action.responsibleFunctionId,
  partnerIds: action.partners.flatMap(({ organization }) => (organization ? [organization.id] : [])),
  partnerNames: action.partners.flatMap(({ name, organization }) => (organization ? [] : [name])),
  visibility: action.visibility,
});

/** What it puts in the form. A title that is empty leaves the form's own. */
export const inForm = ({ title, ...content }: TemplateContent): Partial<ActionDraft> => ({
  ...content,
  ...(title ? { title } : {}),
  responsibleFunction: content.responsibleFunction ?? '',
  responsibleFunctionId: content.responsibleFunctionId ?? '',
});
