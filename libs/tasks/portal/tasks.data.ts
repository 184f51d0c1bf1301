// Every request of this area. Call the functions where `inject` may be called.
import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ContactPage } from '@samverkan/contacts/contract';
import type { ActionTasks, Task, TaskInput, TaskPage } from '@samverkan/tasks/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string) => `/api/tasks/${id}`;
const of = (actionId: string) => `/api/actions/${actionId}/tasks`;

/** What is to be done in an action; with a party as its user gets it. */
export const tasksOf = (actionId: () => string, party: () => string | undefined): Source<ActionTasks> =>
  httpResource<ActionTasks>(() => {
    const seenAs = party();
    return seenAs ? { url: of(actionId()), params: { seenAs } } : { url: of(actionId()) };
  });
export const taskOf = (id: () => string): Source<Task> => httpResource<Task>(() => at(id()));
export const ourTasks = (params: () => AddressValues): Source<TaskPage> =>
  httpResource<TaskPage>(() => ({ url: '/api/tasks', params: params() }));
/** Functions in use of the acting organisation, to filter by. */
export const ownFunctions = (): Source<ContactPage> =>
  httpResource<ContactPage>(() => '/api/contacts?mine=true&size=100&sort=title');

/** What a person can do with tasks. */
@Service()
export class TaskRequests {
  private readonly http = inject(HttpClient);

  set(actionId: string, input: TaskInput, key: string): Promise<Task> {
    return firstValueFrom(this.http.post<Task>(of(actionId), input, { headers: idempotencyKey(key) }));
  }

  change({ id, version }: Task, input: TaskInput): Promise<Task> {
    return firstValueFrom(this.http.put<Task>(at(id), input, { headers: ifMatch(version) }));
  }

  end(id: string): Promise<Task> {
    return firstValueFrom(this.http.post<Task>(`${at(id)}/done`, {}));
  }

  reopen(id: string): Promise<Task> {
    return firstValueFrom(this.http.delete<Task>(`${at(id)}/done`));
  }

  remove(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(at(id)));
  }

  putBack(id: string): Promise<Task> {
    return firstValueFrom(this.http.post<Task>(`${at(id)}/restoration`, {}));
  }
}
