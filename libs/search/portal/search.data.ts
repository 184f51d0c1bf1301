// Every request of this area. Call the function where `inject` may be called.
import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { SearchAnswer } from '@samverkan/search/contract';
import type { AddressValues } from '@samverkan/reading/portal';

/** What answers to the words; nothing is asked while there are none. */
export const searchAnswer = (params: () => AddressValues): HttpResourceRef<SearchAnswer | undefined> =>
  httpResource<SearchAnswer>(() => (params()['q'] ? { url: '/api/search', params: params() } : undefined));
