import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  ContactPage,
  Handover,
  HandoverAnswerInput,
  HandoverDecisionInput,
  HandoverList,
  HandoverUndoInput,
} from '@samverkan/contacts/contract';
import { firstValueFrom } from 'rxjs';

export const ownHandovers = (): HttpResourceRef<HandoverList | undefined> =>
  httpResource<HandoverList>(() => '/api/handovers');

/** What others ask the county board; nothing is asked for where she is not one of its people. */
export const askedHandovers = (isCounty: () => boolean): HttpResourceRef<HandoverList | undefined> =>
  httpResource<HandoverList>(() => (isCounty() ? '/api/handovers/asked' : undefined));

/** Functions in use of the acting organisation. */
export const ownFunctions = (): HttpResourceRef<ContactPage | undefined> =>
  httpResource<ContactPage>(() => '/api/contacts?mine=true&size=100&sort=title');

@Service()
export class HandoverRequests {
  private readonly http = inject(HttpClient);

  decide(id: string, input: HandoverDecisionInput): Promise<Handover> {
    return firstValueFrom(this.http.post<Handover>(`/api/handovers/${id}/decisions`, input));
  }

  undo(id: string, piece: HandoverUndoInput): Promise<Handover> {
    return firstValueFrom(this.http.post<Handover>(`/api/handovers/${id}/decisions/undo`, piece));
  }

  answer(id: string, input: HandoverAnswerInput): Promise<HandoverList> {
    return firstValueFrom(this.http.post<HandoverList>(`/api/handovers/${id}/answers`, input));
  }
}
