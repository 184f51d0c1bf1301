import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ContactPage } from '@samverkan/contacts/contract';
import type {
  Question,
  QuestionChange,
  QuestionHistory,
  QuestionInput,
  QuestionPage,
  QuestionStatistics,
  ReplyInput,
  SimilarQuestions,
  VerdictInput,
} from '@samverkan/questions/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

export type Source<T> = HttpResourceRef<T | undefined>;
const at = (id: string, rest = '') => `/api/questions/${id}${rest}`;

export const questionList = (params: () => AddressValues): Source<QuestionPage> =>
  httpResource<QuestionPage>(() => ({ url: '/api/questions', params: params() }));
/** Nothing is asked for while there is no id. */
export const questionOf = (id: () => string | undefined): Source<Question> =>
  httpResource<Question>(() => {
    const one = id();
    return one ? at(one) : undefined;
  });
export const historyOf = (address: () => string): Source<QuestionHistory> =>
  httpResource<QuestionHistory>(() => `${address()}/history`);
export const similarTo = (asked: () => Record<string, string> | null): Source<SimilarQuestions> =>
  httpResource<SimilarQuestions>(() => {
    const params = asked();
    return params ? { url: '/api/questions/similar', params } : undefined;
  });
export const statisticsOf = (params: () => Record<string, string>): Source<QuestionStatistics> =>
  httpResource<QuestionStatistics>(() => ({ url: '/api/questions/statistics', params: params() }));
/** Functions in use of the acting organisation. */
export const ownFunctions = (): Source<ContactPage> =>
  httpResource<ContactPage>(() => ({ url: '/api/contacts', params: { mine: true, size: 100 } }));

/** What a person can do with a question. */
@Service()
export class QuestionRequests {
  private readonly http = inject(HttpClient);

  ask(input: QuestionInput, key: string): Promise<Question> {
    return firstValueFrom(this.http.post<Question>('/api/questions', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: QuestionChange): Promise<Question> {
    return firstValueFrom(this.http.patch<Question>(at(id), change, { headers: ifMatch(version) }));
  }

  show(id: string, visibility: string): Promise<Question> {
    return firstValueFrom(this.http.put<Question>(at(id, '/visibility'), { visibility }));
  }

  /** One of the steps: `take`, `reject`, `end`, `unanswered`, `undo`. */
  step(id: string, step: string, body: object = {}): Promise<Question> {
    return firstValueFrom(this.http.post<Question>(at(id, `/${step}`), body));
  }

  answer(id: string, input: ReplyInput, key: string): Promise<Question> {
    return firstValueFrom(this.http.post<Question>(at(id, '/answer'), input, { headers: idempotencyKey(key) }));
  }

  judge(id: string, input: VerdictInput): Promise<Question> {
    return firstValueFrom(this.http.post<Question>(at(id, '/verdict'), input));
  }

  join(id: string, organizationId: string | null = null): Promise<Question> {
    return firstValueFrom(this.http.post<Question>(at(id, '/joins'), organizationId ? { organizationId } : {}));
  }

  leave(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(at(id, '/joins')));
  }
}
