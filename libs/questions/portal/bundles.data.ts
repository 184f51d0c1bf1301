import { HttpClient, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Bundle, BundleChange, BundleInput, BundlePage, ReplyInput } from '@samverkan/questions/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';
import type { Source } from './questions.data';

const at = (id: string, rest = '') => `/api/question-bundles/${id}${rest}`;

export const bundleList = (params: () => AddressValues): Source<BundlePage> =>
  httpResource<BundlePage>(() => ({ url: '/api/question-bundles', params: params() }));
/** Nothing is asked for while there is no id. */
export const bundleOf = (id: () => string | undefined): Source<Bundle> =>
  httpResource<Bundle>(() => {
    const one = id();
    return one ? at(one) : undefined;
  });
/** What a person can do with a bundle of questions. */
@Service()
export class BundleRequests {
  private readonly http = inject(HttpClient);

  write(input: BundleInput, key: string): Promise<Bundle> {
    return firstValueFrom(this.http.post<Bundle>('/api/question-bundles', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: BundleChange): Promise<Bundle> {
    return firstValueFrom(this.http.patch<Bundle>(at(id), change, { headers: ifMatch(version) }));
  }

  remove(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(at(id)));
  }

  /** `send`, `readdress` or `end`. */
  step(id: string, step: string, body: object): Promise<Bundle> {
    return firstValueFrom(this.http.post<Bundle>(at(id, `/${step}`), body));
  }

  setDays(id: string, body: object): Promise<Bundle> {
    return firstValueFrom(this.http.put<Bundle>(at(id, '/days'), body));
  }

  reply(id: string, input: ReplyInput, key: string): Promise<Bundle> {
    return firstValueFrom(this.http.post<Bundle>(at(id, '/replies'), input, { headers: idempotencyKey(key) }));
  }
}
