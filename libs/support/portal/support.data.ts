import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ContactPage } from '@samverkan/contacts/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import type {
  SupportChange,
  SupportHistory,
  SupportInput,
  SupportLinkKind,
  SupportNeeds,
  SupportPage,
  SupportRequest,
  SupportSuggestions,
} from '@samverkan/support/contract';
import { firstValueFrom } from 'rxjs';

export type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string, rest = '') => `/api/support/${id}${rest}`;

export const requestList = (params: () => AddressValues): Source<SupportPage> =>
  httpResource<SupportPage>(() => ({ url: '/api/support', params: params() }));
/** Nothing is asked for while there is no id. */
export const requestOf = (id: () => string | undefined): Source<SupportRequest> =>
  httpResource<SupportRequest>(() => {
    const one = id();
    return one ? at(one) : undefined;
  });
export const historyOf = (id: () => string): Source<SupportHistory> =>
  httpResource<SupportHistory>(() => at(id(), '/history'));
export const suggestionsFor = (asked: () => Record<string, string> | null): Source<SupportSuggestions> =>
  httpResource<SupportSuggestions>(() => {
    const params = asked();
    return params ? { url: '/api/support/suggestions', params } : undefined;
  });
export const needsOf = (params: () => Record<string, string>): Source<SupportNeeds> =>
  httpResource<SupportNeeds>(() => ({ url: '/api/support/needs', params: params() }));
/** Functions in use of the acting organisation. */
export const ownFunctions = (): Source<ContactPage> =>
  httpResource<ContactPage>(() => ({ url: '/api/contacts', params: { mine: true, size: 100 } }));

/** What a person can do with a request for support. */
@Service()
export class SupportRequests {
  private readonly http = inject(HttpClient);

  ask(input: SupportInput, key: string): Promise<SupportRequest> {
    return firstValueFrom(this.http.post<SupportRequest>('/api/support', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: SupportChange): Promise<SupportRequest> {
    return firstValueFrom(this.http.patch<SupportRequest>(at(id), change, { headers: ifMatch(version) }));
  }

  /** One of the steps, as `take` or `close`. */
  step(id: string, step: string, body: object = {}): Promise<SupportRequest> {
    return firstValueFrom(this.http.post<SupportRequest>(at(id, `/${step}`), body));
  }

  give(id: string, handling: object): Promise<SupportRequest> {
    return firstValueFrom(this.http.put<SupportRequest>(at(id, '/handling'), handling));
  }

  tell(id: string, mayTell: boolean): Promise<SupportRequest> {
    return firstValueFrom(this.http.put<SupportRequest>(at(id, '/telling'), { mayTell }));
  }

  say(id: string, body: object, key: string): Promise<SupportRequest> {
    return firstValueFrom(this.http.post<SupportRequest>(at(id, '/messages'), body, { headers: idempotencyKey(key) }));
  }

  unlink(id: string, kind: SupportLinkKind, target: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(at(id, '/links'), { params: { kind, id: target } }));
  }
}
