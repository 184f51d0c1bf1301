import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Attachments, FileConcern, LinkInput } from '@samverkan/attachments/contract';
import { idempotencyKey } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';

const at = (actionId: string, rest = '') => `/api/actions/${actionId}/attachments${rest}`;

/** What hangs at an action and at its lines; with a party given, as its user gets it. None is asked for while no action is open. */
export const attachmentsOf = (
  place: () => { actionId: string; seenAs: string | undefined } | null,
): HttpResourceRef<Attachments | undefined> =>
  httpResource<Attachments>(() => {
    const open = place();
    return open ? { url: at(open.actionId), ...(open.seenAs ? { params: { seenAs: open.seenAs } } : {}) } : undefined;
  });

/** Where something is to hang: at the action, or at one of its lines. */
export interface Place {
  actionId: string;
  updateId: string | null;
}

export const placeKey = ({ actionId, updateId }: Place): string => `${actionId}/${updateId ?? ''}`;

/** A link as it is written, before it is known where it is to hang. */
export type GivenLink = Omit<LinkInput, 'updateId'>;

export const addressOf = (id: string): string => `/api/attachments/${id}/file`;

/** What a person can do with what hangs at an action. */
@Service()
export class AttachmentRequests {
  private readonly http = inject(HttpClient);

  /** The body is the file as it is. The same key sent again adds nothing. */
  addFile(
    { actionId, updateId }: Place,
    file: File,
    accepted: readonly FileConcern[],
    key: string,
  ): Promise<Attachments> {
    const headers = new HttpHeaders({ 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key });
    const params = { name: file.name, accepted: accepted.join(','), ...(updateId ? { updateId } : {}) };
    return firstValueFrom(this.http.post<Attachments>(at(actionId, '/files'), file, { headers, params }));
  }

  addLink({ actionId, updateId }: Place, link: GivenLink, key: string): Promise<Attachments> {
    const body: LinkInput = { ...link, updateId };
    return firstValueFrom(this.http.post<Attachments>(at(actionId, '/links'), body, { headers: idempotencyKey(key) }));
  }

  takeAway(id: string): Promise<Attachments> {
    return firstValueFrom(this.http.post<Attachments>(`/api/attachments/${id}/removal`, {}));
  }

  putBack(id: string): Promise<Attachments> {
    return firstValueFrom(this.http.post<Attachments>(`/api/attachments/${id}/restoration`, {}));
  }
}
