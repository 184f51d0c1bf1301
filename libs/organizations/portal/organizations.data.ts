// Every request of this area. Call the functions where `inject` may be called.
import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  Duplicates,
  MergePreview,
  Organization,
  OrganizationChange,
  OrganizationCheck,
  OrganizationHistory,
  OrganizationInput,
  OrganizationPage,
  OrganizationPlaces,
  RegistrationChoices,
} from '@samverkan/organizations/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string) => `/api/organizations/${id}`;

export const organizationPage = (params: () => AddressValues): Source<OrganizationPage> =>
  httpResource<OrganizationPage>(() => ({ url: '/api/organizations', params: params() }));

/** A party as it is, or as it was on a day. */
export const organizationWith = (id: () => string, asOf: () => string | null = () => null): Source<Organization> =>
  httpResource<Organization>(() => {
    const day = asOf();
    return day ? `${at(id())}?asOf=${day}` : at(id());
  });

export const historyOf = (id: () => string): Source<OrganizationHistory> =>
  httpResource<OrganizationHistory>(() => `${at(id())}/history`);

export const placesIn = (county: () => string | null): Source<OrganizationPlaces> =>
  httpResource<OrganizationPlaces>(() => {
    const code = county();
    return code ? { url: '/api/organizations/places', params: { county: code } } : undefined;
  });

/** What the reader may register. */
export const registration = (): Source<RegistrationChoices> =>
  httpResource<RegistrationChoices>(() => '/api/organizations/registration');

/** Parties that may be the one that is being registered; none are asked for while nothing is wanted. */
export const duplicatesOf = (wanted: () => AddressValues | null): Source<Duplicates> =>
  httpResource<Duplicates>(() => {
    const params = wanted();
    return params ? { url: '/api/organizations/duplicates', params } : undefined;
  });

/** What would move if the two were one. */
export const mergePreview = (both: () => { from: string; into: string } | null): Source<MergePreview> =>
  httpResource<MergePreview>(() => {
    const pair = both();
    return pair ? `${at(pair.from)}/merges/${pair.into}` : undefined;
  });

/** What a person can do with parties. */
@Service()
export class PartyRequests {
  private readonly http = inject(HttpClient);

  register(input: OrganizationInput, key: string): Promise<Organization> {
    return firstValueFrom(this.http.post<Organization>('/api/organizations', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: OrganizationChange): Promise<Organization> {
    return firstValueFrom(this.http.patch<Organization>(at(id), change, { headers: ifMatch(version) }));
  }

  check(id: string, input: OrganizationCheck): Promise<Organization> {
    return firstValueFrom(this.http.post<Organization>(`${at(id)}/checks`, input));
  }

  undo(id: string, version: number): Promise<Organization> {
    return firstValueFrom(this.http.post<Organization>(`${at(id)}/undo`, {}, { headers: ifMatch(version) }));
  }

  merge(id: string, intoId: string): Promise<Organization> {
    return firstValueFrom(this.http.post<Organization>(`${at(id)}/merges`, { intoId }));
  }

  unmerge(id: string): Promise<Organization> {
    return firstValueFrom(this.http.post<Organization>(`${at(id)}/merges/undo`, {}));
  }

  withdraw(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(at(id), { headers: ifMatch(1) }));
  }

  /** A withdrawn party, from the trash. */
  putBack(id: string): Promise<Organization> {
    return firstValueFrom(this.http.post<Organization>(`${at(id)}/restoration`, {}));
  }
}
