import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { NoticeChoice, NoticeChoiceInput, Unsubscribed, WaitList } from '@samverkan/activity/contract';
import { firstValueFrom } from 'rxjs';

export const myNotices = (): HttpResourceRef<NoticeChoice | undefined> =>
  httpResource<NoticeChoice>(() => '/api/activity/notices');

/** What waits for the acting organisation, in all areas. */
export const waits = (): HttpResourceRef<WaitList | undefined> => httpResource<WaitList>(() => '/api/activity/waiting');

@Service()
export class NoticeRequests {
  private readonly http = inject(HttpClient);

  choose(input: NoticeChoiceInput): Promise<NoticeChoice> {
    return firstValueFrom(this.http.put<NoticeChoice>('/api/activity/notices', input));
  }

  refuse(token: string): Promise<Unsubscribed> {
    return firstValueFrom(this.http.post<Unsubscribed>('/api/unsubscriptions', { token }));
  }
}
