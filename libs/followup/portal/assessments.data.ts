import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ActionPage } from '@samverkan/actions/contract';
import type { ContactPage } from '@samverkan/contacts/contract';
import type {
  Assessment,
  AssessmentChange,
  AssessmentInput,
  AssessmentPage,
  Assessments,
  GoalsNotAssessed,
  LatestAssessments,
} from '@samverkan/followup/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import type { StrategyOverview } from '@samverkan/strategies/contract';
import { firstValueFrom } from 'rxjs';

type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string, rest = '') => `/api/assessments/${id}${rest}`;

export const assessmentsOf = (goal: () => string): Source<Assessments> =>
  httpResource<Assessments>(() => ({ url: '/api/assessments', params: { goal: goal() } }));
export const assessmentList = (params: () => AddressValues): Source<AssessmentPage> =>
  httpResource<AssessmentPage>(() => ({ url: '/api/assessments/list', params: params() }));
/** Goals in force that nobody has judged for a year. */
export const goalsNotAssessed = (): Source<GoalsNotAssessed> =>
  httpResource<GoalsNotAssessed>(() => '/api/assessments/missing');
export const strategies = (): Source<StrategyOverview> => httpResource<StrategyOverview>(() => '/api/strategies');
export const latestOf = (strategy: () => string): Source<LatestAssessments> =>
  httpResource<LatestAssessments>(() => ({ url: '/api/assessments/latest', params: { strategy: strategy() } }));
/** Nothing is asked for while there is no id. */
export const assessmentOf = (id: () => string | undefined): Source<Assessment> =>
  httpResource<Assessment>(() => {
    const one = id();
    return one ? at(one) : undefined;
  });
/** Functions in use of the acting organisation. */
export const ownFunctions = (): Source<ContactPage> =>
  httpResource<ContactPage>(() => ({ url: '/api/contacts', params: { mine: true, size: 100 } }));
/** Actions to point at: those that hold the words, or without words those towards the goal, the latest changed first. */
export const actionsFor = (goal: () => string | undefined, words: () => string): Source<ActionPage> =>
  httpResource<ActionPage>(() => {
    const params: Record<string, string> = { size: '28' };
    const [one, q] = [goal(), words()];
    if (q) params['q'] = q;
    else if (one) params['goal'] = one;
    return q || one ? { url: '/api/actions', params } : undefined;
  });

/** What a person can do with an assessment. */
@Service()
export class AssessmentRequests {
  private readonly http = inject(HttpClient);

  begin(input: AssessmentInput, key: string): Promise<Assessment> {
    return firstValueFrom(this.http.post<Assessment>('/api/assessments', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: AssessmentChange): Promise<Assessment> {
    return firstValueFrom(this.http.patch<Assessment>(at(id), change, { headers: ifMatch(version) }));
  }

  sign(id: string): Promise<Assessment> {
    return firstValueFrom(this.http.post<Assessment>(at(id, '/signature'), {}));
  }

  async discard(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(at(id)));
  }

  restore(id: string): Promise<Assessment> {
    return firstValueFrom(this.http.post<Assessment>(at(id, '/restoration'), {}));
  }
}
