import type { ActionSuggestion } from '@samverkan/actions/contract';
import { visibilityAt } from '@samverkan/shared/contract';

interface Latest extends Pick<
  ActionSuggestion,
  | 'goalIds'
  | 'municipalityCodes'
  | 'targetGroups'
  | 'forms'
  | 'phases'
  | 'responsibleFunction'
  | 'responsibleFunctionId'
  | 'kind'
> {
  id: string;
  title: string;
  visibility: number;
}

/** What the next action may begin with: the latest one's choices and a period from next month on. Pure. */
export function suggestionFrom(
  latest: Latest | undefined,
  servedMunicipalities: string[],
  now = new Date(),
): ActionSuggestion {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 4, 0));
  return {
    kind: latest?.kind ?? null,
    startsOn: first.toISOString().slice(0, 10),
    endsOn: last.toISOString().slice(0, 10),
    goalIds: latest?.goalIds ?? [],
    municipalityCodes: latest?.municipalityCodes ?? servedMunicipalities,
    targetGroups: latest?.targetGroups ?? [],
    forms: latest?.forms ?? [],
    phases: latest?.phases ?? [],
    responsibleFunction: latest?.responsibleFunction ?? null,
    responsibleFunctionId: latest?.responsibleFunctionId ?? null,
    visibility: latest && latest.visibility >= 2 ? visibilityAt(latest.visibility) : 'county',
    from: latest ? { id: latest.id, title: latest.title } : null,
  };
}
