import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ActionPage } from '@samverkan/actions/contract';
import type {
  Assignment,
  AssignmentChange,
  AssignmentHistory,
  AssignmentInput,
  AssignmentPage,
  AssignmentVerb,
} from '@samverkan/assignments/contract';
import type { ContactPage } from '@samverkan/contacts/contract';
import type { OrganizationPage } from '@samverkan/organizations/contract';
import type { Visibility } from '@samverkan/shared/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import type { GoalChoices } from '@samverkan/strategies/contract';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string, rest = '') => `/api/assignments/${id}${rest}`;

export const assignmentList = (params: () => AddressValues): Source<AssignmentPage> =>
  httpResource<AssignmentPage>(() => ({ url: '/api/assignments', params: params() }));
/** Nothing is asked for while there is no id. */
export const assignmentOf = (id: () => string | undefined): Source<Assignment> =>
  httpResource<Assignment>(() => {
    const one = id();
    return one ? at(one) : undefined;
  });
export const historyOf = (id: () => string): Source<AssignmentHistory> =>
  httpResource<AssignmentHistory>(() => at(id(), '/history'));
export const goalChoices = (): Source<GoalChoices> => httpResource<GoalChoices>(() => '/api/goals/choices');
/** The county boards, in the order of their names. */
export const countyBoards = (): Source<OrganizationPage> =>
  httpResource<OrganizationPage>(() => ({ url: '/api/organizations', params: { kind: 'county_board', size: 100 } }));
/** Functions in use of the acting organisation. */
export const ownFunctions = (): Source<ContactPage> =>
  httpResource<ContactPage>(() => ({ url: '/api/contacts', params: { mine: true, size: 100 } }));
/** Actions that hold the words; none are asked for while nothing is wanted. */
export const actionsNamed = (words: () => string): Source<ActionPage> =>
  httpResource<ActionPage>(() => {
    const q = words();
    return q ? { url: '/api/actions', params: { q, size: 10, sort: 'title', order: 'asc' } } : undefined;
  });

/** What a person can do with an assignment. */
@Service()
export class AssignmentRequests {
  private readonly http = inject(HttpClient);

  enter(input: AssignmentInput, key: string): Promise<Assignment> {
    return firstValueFrom(this.http.post<Assignment>('/api/assignments', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: AssignmentChange): Promise<Assignment> {
    return firstValueFrom(this.http.patch<Assignment>(at(id), change, { headers: ifMatch(version) }));
  }

  move(id: string, verb: AssignmentVerb): Promise<Assignment> {
    return firstValueFrom(this.http.post<Assignment>(at(id, `/${verb}`), {}));
  }

  show(id: string, visibility: Visibility): Promise<Assignment> {
    return firstValueFrom(this.http.put<Assignment>(at(id, '/visibility'), { visibility }));
  }

  tie(id: string, what: 'goals' | 'actions', target: string): Promise<Assignment> {
    return firstValueFrom(this.http.put<Assignment>(at(id, `/${what}/${target}`), {}));
  }

  untie(id: string, what: 'goals' | 'actions', target: string): Promise<Assignment> {
    return firstValueFrom(this.http.delete<Assignment>(at(id, `/${what}/${target}`)));
  }

  reported(id: string, reportId: string, reportedOn: string): Promise<Assignment> {
    return firstValueFrom(this.http.put<Assignment>(at(id, `/reports/${reportId}/done`), { reportedOn }));
  }

  notReported(id: string, reportId: string): Promise<Assignment> {
    return firstValueFrom(this.http.delete<Assignment>(at(id, `/reports/${reportId}/done`)));
  }
}
