import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Action } from '@samverkan/actions/contract';
import type {
  ActionImportDone,
  ActionImportUndone,
  ActionTemplate,
  ActionTemplateChange,
  ActionTemplateInput,
  ActionTemplates,
  Recurrence,
  Recurring,
  Rhythm,
} from '@samverkan/intake/contract';
import { ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

const at = '/api/action-templates';

export const templatesHere = (): HttpResourceRef<ActionTemplates | undefined> =>
  httpResource<ActionTemplates>(() => at);
export const recurringHere = (): HttpResourceRef<Recurring | undefined> =>
  httpResource<Recurring>(() => '/api/recurring-actions');
export const recurrenceOf = (id: () => string): HttpResourceRef<Recurrence | undefined> =>
  httpResource<Recurrence>(() => `/api/actions/${id()}/recurrence`);

/** What a person can do with templates and with actions that come again. */
@Service()
export class IntakeRequests {
  private readonly http = inject(HttpClient);

  action(id: string): Promise<Action> {
    return firstValueFrom(this.http.get<Action>(`/api/actions/${id}`));
  }

  recurrence(id: string): Promise<Recurrence> {
    return firstValueFrom(this.http.get<Recurrence>(`/api/actions/${id}/recurrence`));
  }

  comesEvery(id: string, every: Rhythm | null): Promise<Recurrence> {
    return firstValueFrom(this.http.put<Recurrence>(`/api/actions/${id}/recurrence`, { every }));
  }

  undoImport(added: ActionImportDone['added']): Promise<ActionImportUndone> {
    return firstValueFrom(this.http.post<ActionImportUndone>('/api/actions/import/undo', { added }));
  }

  keep(input: Omit<ActionTemplateInput, 'guardConfirmed'>): Promise<ActionTemplate> {
    return firstValueFrom(this.http.post<ActionTemplate>(at, input));
  }

  change({ id, version }: ActionTemplate, change: Partial<ActionTemplateChange>): Promise<ActionTemplate> {
    return firstValueFrom(this.http.patch<ActionTemplate>(`${at}/${id}`, change, { headers: ifMatch(version) }));
  }

  remove({ id }: ActionTemplate): Promise<ActionTemplate> {
    return firstValueFrom(this.http.post<ActionTemplate>(`${at}/${id}/removal`, {}));
  }

  restore({ id }: ActionTemplate): Promise<ActionTemplate> {
    return firstValueFrom(this.http.post<ActionTemplate>(`${at}/${id}/restoration`, {}));
  }
}
