// Requests about groups of recipients.
import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ContactGroup, ContactGroups } from '@samverkan/contacts/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

const at = '/api/contacts/groups';

export const groupsHere = (): HttpResourceRef<ContactGroups | undefined> => httpResource<ContactGroups>(() => at);
export const groupOf = (id: () => string | undefined): HttpResourceRef<ContactGroup | undefined> =>
  httpResource<ContactGroup>(() => {
    const group = id();
    return group ? `${at}/${group}` : undefined;
  });

/** What a group is made of: a choice in the words of the address, or functions by hand. */
export type GroupOf = { choice: AddressValues } | { functionIds: readonly string[] };

/** What a person can do with groups. */
@Service()
export class GroupRequests {
  private readonly http = inject(HttpClient);

  add(name: string, of: GroupOf): Promise<ContactGroup> {
    return firstValueFrom(this.http.post<ContactGroup>(at, { name, ...of }));
  }

  rename(id: string, version: number, name: string): Promise<ContactGroup> {
    return firstValueFrom(this.http.patch<ContactGroup>(`${at}/${id}`, { name }, { headers: ifMatch(version) }));
  }

  /** Others in a group that was picked by hand. */
  repick(id: string, version: number, functionIds: readonly string[]): Promise<ContactGroup> {
    return firstValueFrom(this.http.patch<ContactGroup>(`${at}/${id}`, { functionIds }, { headers: ifMatch(version) }));
  }

  remove(id: string): Promise<ContactGroup> {
    return firstValueFrom(this.http.post<ContactGroup>(`${at}/${id}/removal`, {}));
  }

  restore(id: string): Promise<ContactGroup> {
    return firstValueFrom(this.http.post<ContactGroup>(`${at}/${id}/restoration`, {}));
  }
}
