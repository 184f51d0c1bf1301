import { HttpClient, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Faq, FaqChange, FaqInput, FaqPage } from '@samverkan/questions/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { idempotencyKey, ifMatch } from '@samverkan/shared/portal';
import { firstValueFrom } from 'rxjs';
import type { Source } from './questions.data';

export const faqList = (params: () => AddressValues): Source<FaqPage> =>
  httpResource<FaqPage>(() => ({ url: '/api/faq', params: params() }));
export const faqOf = (id: () => string | undefined): Source<Faq> =>
  httpResource<Faq>(() => {
    const one = id();
    return one ? `/api/faq/${one}` : undefined;
  });

/** What a person can do with a question and its answer. */
@Service()
export class FaqRequests {
  private readonly http = inject(HttpClient);

  write(input: FaqInput, key: string): Promise<Faq> {
    return firstValueFrom(this.http.post<Faq>('/api/faq', input, { headers: idempotencyKey(key) }));
  }

  change(id: string, version: number, change: FaqChange): Promise<Faq> {
    return firstValueFrom(this.http.patch<Faq>(`/api/faq/${id}`, change, { headers: ifMatch(version) }));
  }

  publish(id: string, visibility: string): Promise<Faq> {
    return firstValueFrom(this.http.post<Faq>(`/api/faq/${id}/publish`, { checked: true, visibility }));
  }

  withdraw(id: string): Promise<Faq> {
    return firstValueFrom(this.http.post<Faq>(`/api/faq/${id}/withdraw`, {}));
  }
}
