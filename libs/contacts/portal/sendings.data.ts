// Requests about messages to functions' mailboxes.
import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  ContactRefusal,
  ContactSending,
  ContactSendingInput,
  ContactSendingPage,
  ContactSendingPreview,
  ContactSendingPreviewInput,
} from '@samverkan/contacts/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

const at = '/api/contacts/sendings';
const refusals = '/api/contact-refusals';

export const sendingList = (params: () => AddressValues): HttpResourceRef<ContactSendingPage | undefined> =>
  httpResource<ContactSendingPage>(() => ({ url: at, params: params() }));
export const sendingOf = (id: () => string): HttpResourceRef<ContactSending | undefined> =>
  httpResource<ContactSending>(() => `${at}/${id()}`);

/** What a person can do with messages, and what whoever got one can say to them. */
@Service()
export class SendingRequests {
  private readonly http = inject(HttpClient);

  preview(input: ContactSendingPreviewInput): Promise<ContactSendingPreview> {
    return firstValueFrom(this.http.post<ContactSendingPreview>(`${at}/preview`, input));
  }

  send(input: ContactSendingInput, key: string): Promise<ContactSending> {
    return firstValueFrom(this.http.post<ContactSending>(at, input, { headers: idempotencyKey(key) }));
  }

  again(id: string, recipients: number): Promise<ContactSending> {
    return firstValueFrom(this.http.post<ContactSending>(`${at}/${id}/again`, { recipients }));
  }

  said(token: string): Promise<ContactRefusal> {
    return firstValueFrom(this.http.post<ContactRefusal>(refusals, { token }));
  }

  say(token: string, to: 'sender' | 'everybody', refused: boolean): Promise<ContactRefusal> {
    return firstValueFrom(this.http.post<ContactRefusal>(`${refusals}/decision`, { token, to, refused }));
  }
}
