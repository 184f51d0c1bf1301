// Every request about proposals. Call the functions where `inject` may be called.
import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { idempotencyKey } from '@samverkan/shared/portal';
import type { Proposal, ProposalInput, Proposals, TermUses, VocabularyName } from '@samverkan/vocabularies/contract';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = '/api/vocabularies/proposals';

export const allProposals = (): Source<Proposals> => httpResource<Proposals>(() => at);
export const usesOf = (name: () => VocabularyName): Source<TermUses> =>
  httpResource<TermUses>(() => `/api/vocabularies/${name()}/uses`);

/** What a county's administrator can do with the lists. */
@Service()
export class ProposalRequests {
  private readonly http = inject(HttpClient);

  propose(input: ProposalInput, key: string): Promise<Proposal> {
    return firstValueFrom(this.http.post<Proposal>(at, input, { headers: idempotencyKey(key) }));
  }

  answer(id: string, yes: boolean, line: string): Promise<Proposal> {
    return firstValueFrom(this.http.put<Proposal>(`${at}/${id}/answer`, { yes, line }));
  }

  takeBack(id: string): Promise<Proposal> {
    return firstValueFrom(this.http.delete<Proposal>(`${at}/${id}/answer`));
  }

  withdraw(id: string): Promise<Proposal> {
    return firstValueFrom(this.http.post<Proposal>(`${at}/${id}/withdrawal`, {}));
  }

  undo(id: string): Promise<Proposal> {
    return firstValueFrom(this.http.post<Proposal>(`${at}/${id}/undo`, {}));
  }
}
