// The fields of a change: what they hold, how they become what the API takes, and what puts them back.
import { type Action, ActionChange } from '@samverkan/actions/contract';
import { confirmation, guardGrade, guardText } from '@samverkan/shared/contract';
import * as z from 'zod';
import { confirmedNames } from './action-draft';

export const formOf = (action: Action) => ({
  title: action.title,
  description: action.description,
  kind: action.kind,
  startsOn: action.startsOn ?? '',
  endsOn: action.endsOn ?? '',
  goalIds: action.goals.map((goal) => goal.id),
  municipalityCodes: [...action.municipalityCodes],
  targetGroups: action.targetGroups as string[],
  forms: action.forms as string[],
  phases: action.phases as string[],
  responsibleFunction: action.responsibleFunction ?? '',
  responsibleFunctionId: action.responsibleFunctionId ?? '',
  partnerIds: action.partners.flatMap(({ organization }) => (organization ? [organization.id] : [])),
  partnerNames: action.partners.flatMap(({ name, organization }) => (organization ? [] : [name])),
});
export type ChangeDraft = ReturnType<typeof formOf>;

export const asChange = (draft: Partial<ChangeDraft>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [
      name,
      value === '' && name !== 'title' && name !== 'description' ? null : value,
    ]),
  );
export const ChangeDraftSchema = z.preprocess((draft) => asChange(draft as ChangeDraft), ActionChange);

/** The change that puts back what stood in the fields that were changed; null where that cannot be told. */
export function putsBack(changed: Partial<ChangeDraft>, stood: ChangeDraft): ActionChange | null {
  const names = Object.keys(changed) as (keyof ChangeDraft)[];
  const before: Partial<ChangeDraft> = Object.fromEntries(names.map((name) => [name, stood[name]]));
  if ('responsibleFunction' in before || 'responsibleFunctionId' in before) {
    const { responsibleFunctionId, responsibleFunction } = stood;
    delete before.responsibleFunction;
    // A function of the directory brings its title.
    Object.assign(
      before,
      responsibleFunctionId ? { responsibleFunctionId } : { responsibleFunctionId, responsibleFunction },
    );
  }
  // What the guard asked about in a text that stood there was answered when it was written.
  const guardConfirmed = [
    ...(['title', 'description', 'responsibleFunction'] as const).flatMap((name) =>
      guardGrade(guardText(before[name] ?? '')) === 'ask' ? confirmation(name, 'other-number') : [],
    ),
    ...confirmedNames(before.partnerNames ?? []),
  ];
  const change = { ...asChange(before), ...(guardConfirmed.length > 0 ? { guardConfirmed } : {}) };
  return ActionChange.safeParse(change).data ?? null;
}
