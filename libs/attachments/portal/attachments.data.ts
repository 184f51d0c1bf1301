import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Attachments, FileConcern, LinkInput } from '@samverkan/attachments/contract';
import { idempotencyKey } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

const at = (actionId: string, rest = '') => `/api/actions/${actionId}/attachments${rest}`;

/** What hangs at an action; with a party given, as its user gets it. */
export const attachmentsOf = (
  actionId: () => string,
  seenAs: () => string | undefined,
): HttpResourceRef<Attachments | undefined> =>
  httpResource<Attachments>(() => {
    const party = seenAs();
    return { url: at(actionId()), ...(party ? { params: { seenAs: party } } : {}) };
  });

export const addressOf = (id: string): string => `/api/attachments/${id}/file`;

/** What a person can do with what hangs at an action. */
@Service()
export class AttachmentRequests {
  private readonly http = inject(HttpClient);

  /** The body is the file as it is. The same key sent again adds nothing. */
  addFile(actionId: string, file: File, accepted: readonly FileConcern[], key: string): Promise<Attachments> {
    const headers = new HttpHeaders({ 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key });
    const params = { name: file.name, accepted: accepted.join(',') };
    return firstValueFrom(this.http.post<Attachments>(at(actionId, '/files'), file, { headers, params }));
  }

  addLink(actionId: string, link: LinkInput, key: string): Promise<Attachments> {
    return firstValueFrom(this.http.post<Attachments>(at(actionId, '/links'), link, { headers: idempotencyKey(key) }));
  }

  takeAway(id: string): Promise<Attachments> {
    return firstValueFrom(this.http.post<Attachments>(`/api/attachments/${id}/removal`, {}));
  }

  putBack(id: string): Promise<Attachments> {
    return firstValueFrom(this.http.post<Attachments>(`/api/attachments/${id}/restoration`, {}));
  }
}
