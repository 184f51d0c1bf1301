// Requests about what parties have undertaken.
import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ContactPage } from '@samverkan/contacts/contract';
import { ifMatch } from '@samverkan/shared/portal';
import type {
  Commitment,
  CommitmentChange,
  CommitmentQuery,
  Commitments,
  GoalChoices,
} from '@samverkan/strategies/contract';
import { firstValueFrom } from 'rxjs';

const at = '/api/commitments';

export const commitmentsOf = (query: () => CommitmentQuery | undefined): HttpResourceRef<Commitments | undefined> =>
  httpResource<Commitments>(() => {
    const params = query();
    return params ? { url: at, params: { ...params } } : undefined;
  });
export const goalChoices = (): HttpResourceRef<GoalChoices | undefined> =>
  httpResource<GoalChoices>(() => '/api/goals/choices');
/** The functions of a party that may answer for a commitment. */
export const functionsOf = (organization: () => string | undefined): HttpResourceRef<ContactPage | undefined> =>
  httpResource<ContactPage>(() => {
    const id = organization();
    return id
      ? { url: '/api/contacts', params: { organization: id, scope: 'all', size: 100, sort: 'title' } }
      : undefined;
  });

@Service()
export class CommitmentRequests {
  private readonly http = inject(HttpClient);

  add(input: object): Promise<Commitment> {
    return firstValueFrom(this.http.post<Commitment>(at, input));
  }

  change({ id, version }: Commitment, change: CommitmentChange): Promise<Commitment> {
    return firstValueFrom(this.http.patch<Commitment>(`${at}/${id}`, change, { headers: ifMatch(version) }));
  }

  deed({ id }: Commitment, deed: 'confirmation' | 'withdrawal' | 'resumption'): Promise<Commitment> {
    return firstValueFrom(this.http.post<Commitment>(`${at}/${id}/${deed}`, {}));
  }
}
