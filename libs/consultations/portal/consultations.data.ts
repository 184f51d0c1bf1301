import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  AnswerFieldInput,
  CommentResponseInput,
  Consultation,
  ConsultationAnswers,
  ConsultationChange,
  ConsultationChoices,
  ConsultationDraft,
  ConsultationInput,
  ConsultationList,
} from '@samverkan/consultations/contract';
import { ifMatch } from '@samverkan/shared/portal';
import { type Observable, firstValueFrom } from 'rxjs';

const at = (id: string, rest = '') => `/api/consultations/${id}${rest}`;

export const consultationList = (): HttpResourceRef<ConsultationList | undefined> =>
  httpResource<ConsultationList>(() => '/api/consultations');

export const consultationOf = (id: () => string): HttpResourceRef<Consultation | undefined> =>
  httpResource<Consultation>(() => at(id()));

export const answersOf = (id: () => string): HttpResourceRef<ConsultationAnswers | undefined> =>
  httpResource<ConsultationAnswers>(() => at(id(), '/answers'));

/** Nothing is asked for while there is no strategy to ask about. */
export const choicesFor = (strategy: () => string | null): HttpResourceRef<ConsultationChoices | undefined> =>
  httpResource<ConsultationChoices>(() => {
    const id = strategy();
    return id ? { url: '/api/consultations/choices', params: { strategy: id } } : undefined;
  });

/** What a person can do with a round. */
@Service()
export class ConsultationRequests {
  private readonly http = inject(HttpClient);

  open(input: ConsultationInput): Promise<Consultation> {
    return firstValueFrom(this.http.post<Consultation>('/api/consultations', input));
  }

  change(id: string, version: number, change: ConsultationChange): Promise<Consultation> {
    return firstValueFrom(this.http.patch<Consultation>(at(id), change, { headers: ifMatch(version) }));
  }

  write(id: string, goalId: string | null, input: AnswerFieldInput): Promise<ConsultationDraft> {
    const address = at(id, `/answer/fields/${goalId ?? 'whole'}`);
    return firstValueFrom(this.http.put<ConsultationDraft>(address, input));
  }

  noComment(id: string, undo: readonly string[] = []): Promise<Consultation> {
    return firstValueFrom(this.http.post<Consultation>(at(id, '/answer/no-comment'), { undo }));
  }

  send(id: string): Promise<Consultation> {
    return firstValueFrom(this.http.post<Consultation>(at(id, '/answer/sending'), {}));
  }

  respond(id: string, commentId: string, input: CommentResponseInput): Promise<ConsultationAnswers> {
    return firstValueFrom(this.http.put<ConsultationAnswers>(at(id, `/comments/${commentId}/response`), input));
  }

  invite(id: string, organizationIds: readonly string[]): Promise<ConsultationAnswers> {
    return firstValueFrom(this.post(id, 'invitations', { organizationIds }));
  }

  withdraw(id: string, organizationId: string): Promise<ConsultationAnswers> {
    return firstValueFrom(this.http.delete<ConsultationAnswers>(at(id, `/invitations/${organizationId}`)));
  }

  remind(id: string, organizationIds: readonly string[]): Promise<ConsultationAnswers> {
    return firstValueFrom(this.post(id, 'reminders', { organizationIds }));
  }

  close(id: string): Promise<ConsultationAnswers> {
    return firstValueFrom(this.post(id, 'closing', {}));
  }

  reopen(id: string): Promise<ConsultationAnswers> {
    return firstValueFrom(this.post(id, 'reopening', {}));
  }

  private post(id: string, deed: string, body: object): Observable<ConsultationAnswers> {
    return this.http.post<ConsultationAnswers>(at(id, `/${deed}`), body);
  }
}
