// Every request of this area. Call the functions where `inject` may be called.
import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  Colleagues,
  ContactAsked,
  ContactAudience,
  ContactChange,
  ContactFunction,
  ContactHistory,
  ContactInput,
  ContactInvitationInput,
  ContactInvitations,
  ContactOverview,
  ContactPage,
  ContactReportInput,
  ContactReports,
  ContactVisibility,
  ContactWelcome,
  HolderChange,
  HolderInput,
} from '@samverkan/contacts/contract';
import type { Organization, OrganizationPage } from '@samverkan/organizations/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string) => `/api/contacts/${id}`;
// With a party: as its user gets it, for those who decide on who sees it.
const as = (party?: () => string): string => (party ? `?seenAs=${party()}` : '');

export const contactList = (params: () => AddressValues): Source<ContactPage> =>
  httpResource<ContactPage>(() => ({ url: '/api/contacts', params: params() }));
export const contactsOverview = (county: () => string | null): Source<ContactOverview> =>
  httpResource<ContactOverview>(() => {
    const code = county();
    return code ? { url: '/api/contacts/overview', params: { county: code } } : undefined;
  });
export const contactOf = (id: () => string, party?: () => string): Source<ContactFunction> =>
  httpResource<ContactFunction>(() => at(id()) + as(party));
export const historyOf = (id: () => string, party?: () => string): Source<ContactHistory> =>
  httpResource<ContactHistory>(() => `${at(id())}/history${as(party)}`);
export const reportsOf = (id: () => string): Source<ContactReports> =>
  httpResource<ContactReports>(() => `${at(id())}/reports`);
export const audienceOf = (id: () => string): Source<ContactAudience> =>
  httpResource<ContactAudience>(() => `${at(id())}/audience`);
export const invitationsTo = (id: () => string): Source<ContactInvitations> =>
  httpResource<ContactInvitations>(() => `${at(id())}/invitations`);
export const welcomeHere = (): Source<ContactWelcome> => httpResource<ContactWelcome>(() => '/api/contacts/welcome');
export const colleaguesHere = (): Source<Colleagues> => httpResource<Colleagues>(() => '/api/contacts/colleagues');
export const partyWith = (id: () => string | null): Source<Organization> =>
  httpResource<Organization>(() => {
    const party = id();
    return party ? `/api/organizations/${party}` : undefined;
  });

/** The parties found by a name; none are asked for while nothing is wanted. */
export const partiesNamed = (wanted: () => string): Source<OrganizationPage> =>
  httpResource<OrganizationPage>(() => {
    const q = wanted();
    return q ? { url: '/api/organizations', params: { q, size: 8 } } : undefined;
  });

/** What a person can do with functions. */
@Service()
export class ContactRequests {
  private readonly http = inject(HttpClient);

  add(input: ContactInput, key: string): Promise<ContactFunction> {
    return firstValueFrom(this.http.post<ContactFunction>('/api/contacts', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: ContactChange): Promise<ContactFunction> {
    return firstValueFrom(this.http.patch<ContactFunction>(at(id), change, { headers: ifMatch(version) }));
  }

  show(id: string, visibility: ContactVisibility): Promise<ContactFunction> {
    return firstValueFrom(this.http.put<ContactFunction>(`${at(id)}/visibility`, { visibility }));
  }

  retire(id: string): Promise<ContactFunction> {
    return firstValueFrom(this.http.post<ContactFunction>(`${at(id)}/retire`, {}));
  }

  restore(id: string): Promise<ContactFunction> {
    return firstValueFrom(this.http.post<ContactFunction>(`${at(id)}/restore`, {}));
  }

  appoint(id: string, input: HolderInput): Promise<ContactFunction> {
    return firstValueFrom(this.http.post<ContactFunction>(`${at(id)}/holders`, input));
  }

  changeHolder(id: string, holderId: string, input: HolderChange): Promise<ContactFunction> {
    return firstValueFrom(this.http.put<ContactFunction>(`${at(id)}/holders/${holderId}`, input));
  }

  endHolder(id: string, holderId: string, lastDay: string): Promise<ContactFunction> {
    return firstValueFrom(this.http.post<ContactFunction>(`${at(id)}/holders/${holderId}/end`, { lastDay }));
  }

  confirm(id: string): Promise<ContactFunction> {
    return firstValueFrom(this.http.post<ContactFunction>(`${at(id)}/confirmation`, {}));
  }

  sendLetter(id: string): Promise<ContactFunction> {
    return firstValueFrom(this.http.post<ContactFunction>(`${at(id)}/letters`, {}));
  }

  invite(id: string, input: ContactInvitationInput): Promise<ContactInvitations> {
    return firstValueFrom(this.http.post<ContactInvitations>(`${at(id)}/invitations`, input));
  }

  report(id: string, input: ContactReportInput): Promise<ContactReports> {
    return firstValueFrom(this.http.post<ContactReports>(`${at(id)}/reports`, input));
  }

  resolve(id: string, reportId: string): Promise<ContactReports> {
    return firstValueFrom(this.http.post<ContactReports>(`${at(id)}/reports/${reportId}/resolution`, {}));
  }

  asked(token: string): Promise<ContactAsked> {
    return firstValueFrom(this.http.post<ContactAsked>('/api/contact-letters', { token }));
  }

  answer(token: string): Promise<object> {
    return firstValueFrom(this.http.post<object>('/api/contact-letters/confirmation', { token }));
  }
}
