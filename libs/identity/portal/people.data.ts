import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, type Signal, inject } from '@angular/core';
import type {
  Invitation,
  InvitationChoices,
  InvitationInput,
  InvitationList,
  PeoplePage,
} from '@samverkan/identity/contract';
import type { AddressValues } from '@samverkan/reading/portal';
import { firstValueFrom } from 'rxjs';

export const peopleList = (params: Signal<AddressValues>): HttpResourceRef<PeoplePage | undefined> =>
  httpResource<PeoplePage>(() => ({ url: '/api/people', params: params() }));

export const invitationList = (): HttpResourceRef<InvitationList | undefined> =>
  httpResource<InvitationList>(() => '/api/invitations');

export const invitationChoices = (): HttpResourceRef<InvitationChoices | undefined> =>
  httpResource<InvitationChoices>(() => '/api/invitations/choices');

/** What an administrator does for the people she looks after. */
@Service()
export class PeopleRequests {
  private readonly http = inject(HttpClient);

  invite(input: InvitationInput): Promise<Invitation> {
    return firstValueFrom(this.http.post<Invitation>('/api/invitations', input));
  }

  resend(id: string): Promise<Invitation> {
    return firstValueFrom(this.http.post<Invitation>(`/api/invitations/${id}/letters`, {}));
  }

  withdraw(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/invitations/${id}`));
  }

  end(membershipId: string, lastDay: string): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/memberships/${membershipId}/end`, { lastDay }));
  }

  attest(membershipId: string): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/memberships/${membershipId}/attestation`, {}));
  }

  openAccount(membershipId: string): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/memberships/${membershipId}/account-opening`, {}));
  }

  closeAccount(membershipId: string): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/memberships/${membershipId}/account-closing`, {}));
  }
}
