import { HttpClient, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ContactPage } from '@samverkan/contacts/contract';
import type { Hosting, HostingAnswerInput, HostingInput, Hostings } from '@samverkan/learning/contract';
import { idempotencyKey } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';
import type { Source } from './learning.data';

const at = (id: string) => `/api/hostings/${id}`;

/** What the acting organisation is asked to hold, and whom it has asked. */
export const ownHostings = (): Source<Hostings> => httpResource<Hostings>(() => '/api/hostings');
export const hostingOf = (id: () => string): Source<Hosting> => httpResource<Hosting>(() => at(id()));
/** Those of one training; nothing is asked for while there is no id. */
export const hostingsOf = (offerId: () => string | undefined): Source<Hostings> =>
  httpResource<Hostings>(() => {
    const id = offerId();
    return id ? `/api/offers/${id}/hostings` : undefined;
  });
/** Functions in use of a party, as far as the reader sees them. */
export const functionsOf = (organizationId: () => string): Source<ContactPage> =>
  httpResource<ContactPage>(() =>
    organizationId()
      ? { url: '/api/contacts', params: { organization: organizationId(), scope: 'all', size: 100, sort: 'title' } }
      : undefined,
  );

/** Asking another party to hold a training, answering, and leaving. */
@Service()
export class HostingRequests {
  private readonly http = inject(HttpClient);

  ask(offerId: string, input: HostingInput, key: string): Promise<Hosting> {
    const options = { headers: idempotencyKey(key) };
    return firstValueFrom(this.http.post<Hosting>(`/api/offers/${offerId}/hostings`, input, options));
  }

  answer(id: string, verb: 'accept' | 'decline', input: HostingAnswerInput): Promise<Hosting> {
    return firstValueFrom(this.http.post<Hosting>(`${at(id)}/${verb}`, input));
  }

  withdraw(id: string): Promise<Hosting> {
    return firstValueFrom(this.http.post<Hosting>(`${at(id)}/withdraw`, {}));
  }

  remind(id: string): Promise<Hosting> {
    return firstValueFrom(this.http.post<Hosting>(`${at(id)}/reminder`, {}));
  }

  undo(id: string): Promise<Hostings> {
    return firstValueFrom(this.http.post<Hostings>(`${at(id)}/undo`, {}));
  }

  leave(offerId: string): Promise<Hosting> {
    return firstValueFrom(this.http.post<Hosting>(`/api/offers/${offerId}/leave`, {}));
  }

  takeOut(offerId: string, organizationId: string): Promise<Hostings> {
    return firstValueFrom(this.http.post<Hostings>(`/api/offers/${offerId}/take-out`, { organizationId }));
  }
}
