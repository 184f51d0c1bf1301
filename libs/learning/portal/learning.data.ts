import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ContactPage } from '@samverkan/contacts/contract';
import type {
  BegunPublication,
  Evaluation,
  Offer,
  OfferChange,
  OfferHistory,
  OfferInput,
  OfferMaterialInput,
  OfferPage,
  OfferPublications,
  OfferSession,
  OfferSessionInput,
  OfferStepsInput,
  OfferSubKindChange,
  OfferSubKindInput,
  OfferSubKinds,
  OfferVerb,
  PublicationOffers,
  Reach,
  ReachInput,
  RegistrationLink,
  Registrations,
  Uptake,
  UptakeInput,
} from '@samverkan/learning/contract';
import type { OrganizationPage } from '@samverkan/organizations/contract';
import type { Visibility } from '@samverkan/shared/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

export type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string, rest = '') => `/api/offers/${id}${rest}`;

export const offerList = (params: () => AddressValues): Source<OfferPage> =>
  httpResource<OfferPage>(() => ({ url: '/api/offers', params: params() }));
/** Nothing is asked for while there is no id. */
export const offerOf = (id: () => string | undefined): Source<Offer> =>
  httpResource<Offer>(() => {
    const one = id();
    return one ? at(one) : undefined;
  });
export const historyOf = (id: () => string): Source<OfferHistory> =>
  httpResource<OfferHistory>(() => at(id(), '/history'));
export const reachOf = (id: () => string): Source<Reach> => httpResource<Reach>(() => at(id(), '/reach'));
export const uptakeOf = (id: () => string): Source<Uptake> => httpResource<Uptake>(() => at(id(), '/uptake'));
/** What of it has been published, and what may be. */
export const publicationsOf = (id: () => string): Source<OfferPublications> =>
  httpResource<OfferPublications>(() => at(id(), '/publications'));
/** The trainings that a publication comes from. */
export const offersOfPublication = (id: () => string): Source<PublicationOffers> =>
  httpResource<PublicationOffers>(() => `/api/publications/${id()}/offers`);
/** For those who hold it; nothing is asked for while there is no id. */
export const evaluationOf = (id: () => string | undefined): Source<Evaluation> =>
  httpResource<Evaluation>(() => {
    const one = id();
    return one ? at(one, '/evaluation') : undefined;
  });
export const registrationsOf = (id: () => string, sessionId: () => string): Source<Registrations> =>
  httpResource<Registrations>(() => at(id(), `/sessions/${sessionId()}/registrations`));
/** What has been counted by hand for a session. */
export const enteredOf = (id: () => string, sessionId: () => string): Source<ReachInput> =>
  httpResource<ReachInput>(() => at(id(), `/sessions/${sessionId()}/reach`));
export const subKinds = (): Source<OfferSubKinds> => httpResource<OfferSubKinds>(() => '/api/offer-kinds');
/** Functions in use of the acting organisation. */
export const ownFunctions = (): Source<ContactPage> =>
  httpResource<ContactPage>(() => ({ url: '/api/contacts', params: { mine: true, size: 100 } }));
/** Parties that the words find; none are asked for while nothing is wanted. */
export const partiesNamed = (wanted: () => string): Source<OrganizationPage> =>
  httpResource<OrganizationPage>(() => {
    const q = wanted();
    return q ? { url: '/api/organizations', params: { q, size: 8 } } : undefined;
  });

/** What a person can do with a training. */
@Service()
export class OfferRequests {
  private readonly http = inject(HttpClient);

  enter(input: OfferInput, key: string): Promise<Offer> {
    return firstValueFrom(this.http.post<Offer>('/api/offers', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: OfferChange): Promise<Offer> {
    return firstValueFrom(this.http.patch<Offer>(at(id), change, { headers: ifMatch(version) }));
  }

  move(id: string, verb: OfferVerb): Promise<Offer> {
    return firstValueFrom(this.http.post<Offer>(at(id, `/${verb}`), {}));
  }

  show(id: string, visibility: Visibility): Promise<Offer> {
    return firstValueFrom(this.http.put<Offer>(at(id, '/visibility'), { visibility }));
  }

  addSession(id: string, input: OfferSessionInput, key: string): Promise<Offer> {
    return firstValueFrom(this.http.post<Offer>(at(id, '/sessions'), input, { headers: idempotencyKey(key) }));
  }

  changeSession(id: string, session: Pick<OfferSession, 'id' | 'version'>, input: OfferSessionInput): Promise<Offer> {
    return firstValueFrom(
      this.http.put<Offer>(at(id, `/sessions/${session.id}`), input, { headers: ifMatch(session.version) }),
    );
  }

  removeSession(id: string, sessionId: string): Promise<Offer> {
    return firstValueFrom(this.http.delete<Offer>(at(id, `/sessions/${sessionId}`)));
  }

  registerSelf(id: string, sessionId: string): Promise<Offer> {
    return firstValueFrom(this.http.post<Offer>(at(id, `/sessions/${sessionId}/registration`), {}));
  }

  endSelf(id: string, sessionId: string): Promise<Offer | null> {
    return firstValueFrom(this.http.delete<Offer>(at(id, `/sessions/${sessionId}/registration`)));
  }

  invite(id: string, sessionId: string, emails: string[]): Promise<Registrations> {
    return firstValueFrom(this.http.post<Registrations>(at(id, `/sessions/${sessionId}/invitations`), { emails }));
  }

  withdraw(id: string, sessionId: string, invitationId: string): Promise<Registrations> {
    return firstValueFrom(
      this.http.delete<Registrations>(at(id, `/sessions/${sessionId}/invitations/${invitationId}`)),
    );
  }

  share(id: string, sessionId: string): Promise<RegistrationLink> {
    return firstValueFrom(this.http.post<RegistrationLink>(at(id, `/sessions/${sessionId}/link`), {}));
  }

  unshare(id: string, sessionId: string): Promise<Registrations> {
    return firstValueFrom(this.http.delete<Registrations>(at(id, `/sessions/${sessionId}/link`)));
  }

  removeComer(id: string, sessionId: string, registrationId: string): Promise<Registrations> {
    return firstValueFrom(
      this.http.delete<Registrations>(at(id, `/sessions/${sessionId}/registrations/${registrationId}`)),
    );
  }

  tick(id: string, sessionId: string, came: { id: string; attended: boolean | null }[]): Promise<Registrations> {
    return firstValueFrom(this.http.put<Registrations>(at(id, `/sessions/${sessionId}/attendance`), { came }));
  }

  enterReach(id: string, sessionId: string, entries: ReachInput['entries']): Promise<Reach> {
    return firstValueFrom(this.http.put<Reach>(at(id, `/sessions/${sessionId}/reach`), { entries }));
  }

  take(id: string, input: UptakeInput): Promise<Uptake> {
    return firstValueFrom(this.http.put<Uptake>(at(id, '/uptake'), input));
  }

  keepSteps(id: string, version: number, input: OfferStepsInput): Promise<Uptake> {
    return firstValueFrom(this.http.put<Uptake>(at(id, '/steps'), input, { headers: ifMatch(version) }));
  }

  /** Begins a draft of a publication; the same key sent again begins none. */
  beginPublication(id: string, input: OfferMaterialInput, key: string): Promise<BegunPublication> {
    return firstValueFrom(
      this.http.post<BegunPublication>(at(id, '/publications'), input, { headers: idempotencyKey(key) }),
    );
  }

  takeBackImport(id: string, importId: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(at(id, `/import/${importId}`)));
  }

  /** As it was begun: refused where somebody has written in it since. */
  discardPublication({ id, version }: Pick<BegunPublication, 'id' | 'version'>): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/publications/${id}`, { headers: ifMatch(version) }));
  }

  makeKind(input: OfferSubKindInput, key: string): Promise<OfferSubKinds> {
    return firstValueFrom(this.http.post<OfferSubKinds>('/api/offer-kinds', input, { headers: idempotencyKey(key) }));
  }

  changeKind(id: string, change: OfferSubKindChange): Promise<OfferSubKinds> {
    return firstValueFrom(this.http.patch<OfferSubKinds>(`/api/offer-kinds/${id}`, change));
  }
}
