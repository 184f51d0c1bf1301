// The form's own shape of an action: what the fields hold, and how it becomes what the API takes.
import { ActionInput, type ActionSuggestion } from '@samverkan/actions/contract';
import {
  type GuardConfirmed,
  type Visibility,
  confirmation,
  guardGrade,
  guardText,
  isKeepable,
  keepable,
} from '@samverkan/shared/contract';
import * as z from 'zod';

export interface ActionDraft {
  title: string;
  description: string;
  kind: string;
  startsOn: string;
  endsOn: string;
  goalIds: string[];
  municipalityCodes: string[];
  targetGroups: string[];
  forms: string[];
  phases: string[];
  responsibleFunction: string;
  /** A function of the directory; empty where there is none. */
  responsibleFunctionId: string;
  partnerIds: string[];
  partnerNames: string[];
  /** Where it is logged, when not in the list of actions: the address that ties it to what it comes from. */
  logAt: string;
  status: 'draft' | 'planned' | 'ongoing';
  visibility: Visibility;
}

export const emptyDraft: ActionDraft = {
  title: '',
  description: '',
  kind: '',
  startsOn: '',
  endsOn: '',
  goalIds: [],
  municipalityCodes: [],
  targetGroups: [],
  forms: [],
  phases: [],
  responsibleFunction: '',
  responsibleFunctionId: '',
  partnerIds: [],
  partnerNames: [],
  logAt: '',
  status: 'planned',
  visibility: 'county',
};

/** Kind, goal, period and place from last time. Target groups and forms of violence are chosen anew each time. */
export const suggestedDraft = (suggestion: ActionSuggestion): Partial<ActionDraft> => ({
  kind: suggestion.kind ?? '',
  startsOn: suggestion.startsOn ?? '',
  endsOn: suggestion.endsOn ?? '',
  goalIds: suggestion.goalIds,
  municipalityCodes: suggestion.municipalityCodes,
  responsibleFunction: suggestion.responsibleFunction ?? '',
  responsibleFunctionId: suggestion.responsibleFunctionId ?? '',
  visibility: suggestion.visibility,
});

export const asInput = ({ logAt: _logAt, ...draft }: ActionDraft, guardConfirmed: GuardConfirmed): unknown => ({
  ...draft,
  startsOn: draft.startsOn || null,
  endsOn: draft.endsOn || null,
  responsibleFunction: draft.responsibleFunction.trim() || null,
  responsibleFunctionId: draft.responsibleFunctionId || null,
  guardConfirmed: [...guardConfirmed],
});

/** The contract's schema, reading the form's shape. */
export const ActionDraftSchema = z.preprocess((draft) => asInput(draft as ActionDraft, []), ActionInput);

/** A partner's name is added only once the guard's question about it is answered: those it asks about are confirmed. */
export const confirmedNames = (names: readonly string[]): GuardConfirmed =>
  names.flatMap((name, at) =>
    guardGrade(guardText(name)) === 'ask' ? confirmation(`partnerNames.${at}`, 'other-number') : [],
  );

/** What is kept as a draft; of the partners named in words, those that may leave the browser. */
export const keptDraft = (draft: ActionDraft): Record<string, unknown> =>
  keepable({ ...draft, partnerNames: draft.partnerNames.filter(isKeepable) });
