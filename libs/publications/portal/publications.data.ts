import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ContactPage } from '@samverkan/contacts/contract';
import type { OrganizationPage } from '@samverkan/organizations/contract';
import type {
  Publication,
  PublicationChange,
  PublicationConcern,
  PublicationFacets,
  PublicationFileChange,
  PublicationHistory,
  PublicationInput,
  PublicationPage,
  PublicationReplacing,
  PublicationSelection,
  PublicationVisibility,
  PublicationWithdrawal,
} from '@samverkan/publications/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { asProblem, idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import type { StrategyOverview } from '@samverkan/strategies/contract';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string, rest = '') => `/api/publications/${id}${rest}`;

export const publicationList = (params: () => AddressValues): Source<PublicationPage> =>
  httpResource<PublicationPage>(() => ({ url: '/api/publications', params: params() }));
export const publicationFacets = (): Source<PublicationFacets> =>
  httpResource<PublicationFacets>(() => '/api/publications/facets');
/** Nothing is asked for while there is no id. */
export const publicationOf = (id: () => string | undefined): Source<Publication> =>
  httpResource<Publication>(() => {
    const one = id();
    return one ? at(one) : undefined;
  });
export const historyOf = (id: () => string): Source<PublicationHistory> =>
  httpResource<PublicationHistory>(() => at(id(), '/history'));
/** Publications that the words are in; none are asked for while nothing is wanted. */
export const publicationsNamed = (words: () => string, mine = false): Source<PublicationPage> =>
  httpResource<PublicationPage>(() => {
    const q = words();
    return q.length > 1 ? { url: '/api/publications', params: { q, size: 8, ...(mine ? { mine } : {}) } } : undefined;
  });
/** What a county has selected; nothing is asked for while there is no county. */
export const selectionOf = (county: () => string): Source<PublicationSelection> =>
  httpResource<PublicationSelection>(() => (county() ? `/api/publications/selection/${county()}` : undefined));
/** The county boards, in the order of their names. */
export const countyBoards = (): Source<OrganizationPage> =>
  httpResource<OrganizationPage>(() => ({ url: '/api/organizations', params: { kind: 'county_board', size: 100 } }));
/** Functions in use of the acting organisation. */
export const ownFunctions = (): Source<ContactPage> =>
  httpResource<ContactPage>(() => ({ url: '/api/contacts', params: { mine: true, size: 100 } }));
export const strategies = (): Source<StrategyOverview> => httpResource<StrategyOverview>(() => '/api/strategies');

export const fileAddress = (fileId: string): string => `/api/publication-files/${fileId}/file`;

/** What already replaces what was to be replaced, in a refusal; null in any other. */
export const replacingIn = (error: unknown): PublicationReplacing | null => {
  const problem = asProblem(error);
  return problem?.code === 'publication.already-superseded' ? (problem.current as PublicationReplacing) : null;
};

/** How a file is told of as it is added. */
export type FileFacts = Pick<PublicationFileChange, 'language' | 'accessibility'>;

/** What a person can do with a publication. */
@Service()
export class PublicationRequests {
  private readonly http = inject(HttpClient);

  enter(input: PublicationInput, key: string): Promise<Publication> {
    return firstValueFrom(this.http.post<Publication>('/api/publications', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: PublicationChange): Promise<Publication> {
    return firstValueFrom(this.http.patch<Publication>(at(id), change, { headers: ifMatch(version) }));
  }

  publish(id: string): Promise<Publication> {
    return this.post(at(id, '/publication'));
  }

  unpublish(id: string): Promise<Publication> {
    return this.post(at(id, '/publication/undo'));
  }

  withdraw(id: string, input: PublicationWithdrawal): Promise<Publication> {
    return this.post(at(id, '/withdrawal'), input);
  }

  review(id: string, reviewOn: string): Promise<Publication> {
    return this.post(at(id, '/review'), { reviewOn });
  }

  show(id: string, visibility: PublicationVisibility): Promise<Publication> {
    return firstValueFrom(this.http.put<Publication>(at(id, '/visibility'), { visibility }));
  }

  select(county: string, publicationIds: readonly string[]): Promise<PublicationSelection> {
    return firstValueFrom(
      this.http.put<PublicationSelection>(`/api/publications/selection/${county}`, { publicationIds }),
    );
  }

  /** What another has said of the acting board, that it owns it, is right. */
  see(id: string): Promise<Publication> {
    return this.post(at(id, '/owning/seen'));
  }

  leave(id: string): Promise<unknown> {
    return firstValueFrom(this.http.post(at(id, '/leave'), {}));
  }

  comeBack(id: string): Promise<Publication> {
    return this.post(at(id, '/leave/undo'));
  }

  discard(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(at(id)));
  }

  restore(id: string): Promise<Publication> {
    return this.post(at(id, '/restoration'));
  }

  /** The body is the file as it is. The same key sent again adds nothing. */
  addFile(
    id: string,
    file: File,
    facts: FileFacts,
    accepted: readonly PublicationConcern[],
    key: string,
  ): Promise<Publication> {
    const headers = new HttpHeaders({ 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key });
    const params = { name: file.name, ...facts, accepted: accepted.join(',') };
    return firstValueFrom(this.http.post<Publication>(at(id, '/files'), file, { headers, params }));
  }

  changeFile(fileId: string, change: PublicationFileChange): Promise<Publication> {
    return firstValueFrom(this.http.put<Publication>(`/api/publication-files/${fileId}`, change));
  }

  takeAwayFile(fileId: string): Promise<Publication> {
    return this.post(`/api/publication-files/${fileId}/removal`);
  }

  putBackFile(fileId: string): Promise<Publication> {
    return this.post(`/api/publication-files/${fileId}/restoration`);
  }

  private post(path: string, body: object = {}): Promise<Publication> {
    return firstValueFrom(this.http.post<Publication>(path, body));
  }
}
