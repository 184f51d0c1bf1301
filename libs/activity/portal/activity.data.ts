import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { inject } from '@angular/core';
import type { ActivityFeed } from '@samverkan/activity/contract';
import { firstValueFrom } from 'rxjs';

export const feedOf = (size: number): HttpResourceRef<ActivityFeed | undefined> =>
  httpResource<ActivityFeed>(() => ({ url: '/api/activity', params: { size } }));

/** Older news. Call where `inject` may be called. */
export function olderNews(): (before: string) => Promise<ActivityFeed> {
  const http = inject(HttpClient);
  return (before) => firstValueFrom(http.get<ActivityFeed>('/api/activity', { params: { size: 30, before } }));
}
