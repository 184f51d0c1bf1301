// Every request of this area. Call the functions where `inject` may be called.
import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ContactPage } from '@samverkan/contacts/contract';
import type { OfferPage } from '@samverkan/learning/contract';
import type {
  ActionMethodInput,
  ActionMethods,
  Method,
  MethodActions,
  MethodChange,
  MethodHistory,
  MethodInput,
  MethodPage,
  MethodRetirement,
  MethodTrained,
  MethodUseInput,
  MethodUses,
  MethodVisibility,
  OfferMethods,
  OwnTrained,
} from '@samverkan/methods/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string, rest = '') => `/api/methods/${id}${rest}`;
const when = (id: string | undefined, address: (id: string) => string) => (id ? address(id) : undefined);

export const methodList = (params: () => AddressValues): Source<MethodPage> =>
  httpResource<MethodPage>(() => ({ url: '/api/methods', params: params() }));
/** Nothing is asked for while there is no id. */
export const methodOf = (id: () => string | undefined): Source<Method> =>
  httpResource<Method>(() => when(id(), (one) => at(one)));
export const historyOf = (id: () => string): Source<MethodHistory> =>
  httpResource<MethodHistory>(() => at(id(), '/history'));
export const usesOf = (id: () => string): Source<MethodUses> => httpResource<MethodUses>(() => at(id(), '/uses'));
export const trainedOf = (id: () => string): Source<MethodTrained> =>
  httpResource<MethodTrained>(() => at(id(), '/trained'));
export const actionsOf = (id: () => string): Source<MethodActions> =>
  httpResource<MethodActions>(() => at(id(), '/actions'));
/** What the acting party has said of its own people; nothing is asked for while there is no id. */
export const ownTrained = (useId: () => string | undefined): Source<OwnTrained> =>
  httpResource<OwnTrained>(() => when(useId(), (one) => `/api/method-uses/${one}/trained`));
/** The methods an action is about; with a party as its user gets them. */
export const methodsOfAction = (actionId: () => string, party: () => string | undefined): Source<ActionMethods> =>
  httpResource<ActionMethods>(() => {
    const seenAs = party();
    const url = `/api/actions/${actionId()}/methods`;
    return seenAs ? { url, params: { seenAs } } : { url };
  });
export const methodsOfOffer = (offerId: () => string): Source<OfferMethods> =>
  httpResource<OfferMethods>(() => `/api/offers/${offerId()}/methods`);
/** Methods in use that the words are in; none are asked for while nothing is wanted. */
export const methodsNamed = (words: () => string): Source<MethodPage> =>
  httpResource<MethodPage>(() => {
    const q = words();
    return q.length > 1 ? { url: '/api/methods', params: { q, size: 8, status: 'published,retired' } } : undefined;
  });
/** Trainings that the words are in. */
export const offersNamed = (words: () => string): Source<OfferPage> =>
  httpResource<OfferPage>(() => {
    const q = words();
    return q.length > 1 ? { url: '/api/offers', params: { q, size: 8 } } : undefined;
  });
/** Functions in use of the acting organisation. */
export const ownFunctions = (): Source<ContactPage> =>
  httpResource<ContactPage>(() => ({ url: '/api/contacts', params: { mine: true, size: 100 } }));

/** What a person can do with methods. */
@Service()
export class MethodRequests {
  private readonly http = inject(HttpClient);

  enter(input: MethodInput, key: string): Promise<Method> {
    return firstValueFrom(this.http.post<Method>('/api/methods', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: MethodChange): Promise<Method> {
    return firstValueFrom(this.http.patch<Method>(at(id), change, { headers: ifMatch(version) }));
  }

  publish(id: string): Promise<Method> {
    return this.post(at(id, '/publication'));
  }

  unpublish(id: string): Promise<Method> {
    return this.post(at(id, '/publication/undo'));
  }

  retire(id: string, input: MethodRetirement): Promise<Method> {
    return this.post(at(id, '/retirement'), input);
  }

  reinstate(id: string): Promise<Method> {
    return this.post(at(id, '/retirement/undo'));
  }

  review(id: string, reviewOn: string): Promise<Method> {
    return this.post(at(id, '/review'), { reviewOn });
  }

  show(id: string, visibility: MethodVisibility): Promise<Method> {
    return firstValueFrom(this.http.put<Method>(at(id, '/visibility'), { visibility }));
  }

  discard(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(at(id)));
  }

  restore(id: string): Promise<Method> {
    return this.post(at(id, '/restoration'));
  }

  use(id: string, input: MethodUseInput, key: string): Promise<MethodUses> {
    return firstValueFrom(this.http.post<MethodUses>(at(id, '/uses'), input, { headers: idempotencyKey(key) }));
  }

  changeUse(useId: string, version: number, input: MethodUseInput): Promise<MethodUses> {
    return firstValueFrom(this.http.put<MethodUses>(`/api/method-uses/${useId}`, input, { headers: ifMatch(version) }));
  }

  endUse(useId: string): Promise<MethodUses> {
    return this.post(`/api/method-uses/${useId}/end`);
  }

  resumeUse(useId: string): Promise<MethodUses> {
    return this.post(`/api/method-uses/${useId}/end/undo`);
  }

  tie(actionId: string, input: ActionMethodInput, key: string): Promise<ActionMethods> {
    return firstValueFrom(
      this.http.post<ActionMethods>(`/api/actions/${actionId}/methods`, input, { headers: idempotencyKey(key) }),
    );
  }

  untie(tieId: string): Promise<ActionMethods> {
    return this.post(`/api/action-methods/${tieId}/end`);
  }

  tieAgain(tieId: string): Promise<ActionMethods> {
    return this.post(`/api/action-methods/${tieId}/end/undo`);
  }

  private post<T>(path: string, body: object = {}): Promise<T> {
    return firstValueFrom(this.http.post<T>(path, body));
  }
}
