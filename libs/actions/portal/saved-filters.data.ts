import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ActionView, SavedFilter, SavedFilters } from '@samverkan/actions/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

const at = '/api/actions/filters';

export const savedFilters = (): HttpResourceRef<SavedFilters | undefined> => httpResource<SavedFilters>(() => at);

export interface SavedChange {
  name?: string;
  shared?: boolean;
  view?: ActionView;
  choice?: AddressValues;
}

/** What a person can do with saved filters. */
@Service()
export class SavedFilterRequests {
  private readonly http = inject(HttpClient);

  save(filter: { name: string; shared: boolean; view: ActionView; choice: AddressValues }): Promise<SavedFilter> {
    return firstValueFrom(this.http.post<SavedFilter>(at, filter));
  }

  change({ id, version }: SavedFilter, change: SavedChange): Promise<SavedFilter> {
    return firstValueFrom(this.http.patch<SavedFilter>(`${at}/${id}`, change, { headers: ifMatch(version) }));
  }

  remove({ id }: SavedFilter): Promise<SavedFilter> {
    return firstValueFrom(this.http.post<SavedFilter>(`${at}/${id}/removal`, {}));
  }

  restore({ id }: SavedFilter): Promise<SavedFilter> {
    return firstValueFrom(this.http.post<SavedFilter>(`${at}/${id}/restoration`, {}));
  }
}
