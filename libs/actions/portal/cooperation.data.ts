import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  Action,
  Connection,
  Connections,
  Cooperation,
  CooperationAnswerInput,
  CooperationInvitationInput,
  CooperationProposalInput,
  Cooperations,
  Nudge,
  NudgeProposalInput,
} from '@samverkan/actions/contract';
import type { ContactPage } from '@samverkan/contacts/contract';
import { idempotencyKey } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string) => `/api/cooperations/${id}`;

/** What the acting organisation is asked and has asked; nothing is asked for until it is wanted. */
export const ownCooperations = (wanted: () => boolean = () => true): Source<Cooperations> =>
  httpResource<Cooperations>(() => (wanted() ? '/api/cooperations' : undefined));
export const cooperationOf = (id: () => string): Source<Cooperation> => httpResource<Cooperation>(() => at(id()));
/** Those of one action; none are asked for without one. */
export const cooperationsOf = (actionId: () => string): Source<Cooperations> =>
  httpResource<Cooperations>(() => (actionId() ? `/api/actions/${actionId()}/cooperations` : undefined));

/** What the county is asked to connect, and what has been sent on to the acting organisation. */
export const connections = (): Source<Connections> => httpResource<Connections>(() => '/api/connections');

/** Functions in use of a party, as far as the reader sees them. */
export const functionsOf = (organizationId: () => string): Source<ContactPage> =>
  httpResource<ContactPage>(() =>
    organizationId()
      ? { url: '/api/contacts', params: { organization: organizationId(), scope: 'all', size: 100, sort: 'title' } }
      : undefined,
  );

/** Asking others in, asking to be let in, and answering. */
@Service()
export class CooperationRequests {
  private readonly http = inject(HttpClient);

  invite(actionId: string, input: CooperationInvitationInput, key: string): Promise<Cooperation> {
    const options = { headers: idempotencyKey(key) };
    return firstValueFrom(this.http.post<Cooperation>(`/api/actions/${actionId}/invitations`, input, options));
  }

  propose(actionId: string, input: CooperationProposalInput, key: string): Promise<Cooperation> {
    const options = { headers: idempotencyKey(key) };
    return firstValueFrom(this.http.post<Cooperation>(`/api/actions/${actionId}/proposals`, input, options));
  }

  answer(id: string, verb: 'accept' | 'decline', input: CooperationAnswerInput): Promise<Cooperation> {
    return firstValueFrom(this.http.post<Cooperation>(`${at(id)}/${verb}`, input));
  }

  withdraw(id: string): Promise<Cooperation> {
    return firstValueFrom(this.http.post<Cooperation>(`${at(id)}/withdraw`, {}));
  }

  remind(id: string): Promise<Cooperation> {
    return firstValueFrom(this.http.post<Cooperation>(`${at(id)}/reminder`, {}));
  }

  undo(id: string): Promise<Cooperations> {
    return firstValueFrom(this.http.post<Cooperations>(`${at(id)}/undo`, {}));
  }

  /** Asks the county; the answer is the same whatever there is. */
  connect(actionId: string): Promise<Action> {
    return firstValueFrom(this.http.post<Action>(`/api/actions/${actionId}/connection`, {}));
  }

  forward(id: string): Promise<Connection> {
    return firstValueFrom(this.http.post<Connection>(`/api/connections/${id}/forward`, {}));
  }

  makeKnown(nudgeId: string, input: NudgeProposalInput, key: string): Promise<Cooperation> {
    const options = { headers: idempotencyKey(key) };
    return firstValueFrom(this.http.post<Cooperation>(`/api/nudges/${nudgeId}/proposal`, input, options));
  }

  sayNothing(nudgeId: string): Promise<Nudge> {
    return firstValueFrom(this.http.post<Nudge>(`/api/nudges/${nudgeId}/decline`, {}));
  }

  leave(actionId: string): Promise<Cooperation> {
    return firstValueFrom(this.http.post<Cooperation>(`/api/actions/${actionId}/leave`, {}));
  }
}
