import { HttpClient, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { SupportInquiries, SupportInquiry } from '@samverkan/support/contract';
import { firstValueFrom } from 'rxjs';
import type { Source } from './support.data';

const at = '/api/support-inquiries';

export const inquiryList = (): Source<SupportInquiries> => httpResource<SupportInquiries>(() => at);
/** What a request was before it was one; nothing is asked for while there is no id. */
export const inquiryOf = (requestId: () => string | undefined): Source<SupportInquiries> =>
  httpResource<SupportInquiries>(() => {
    const id = requestId();
    return id ? `${at}/of/${id}` : undefined;
  });

/** What the county board does with what came by its public page. */
@Service()
export class SupportInquiryRequests {
  private readonly http = inject(HttpClient);

  take(id: string, taking: object): Promise<SupportInquiry> {
    return firstValueFrom(this.http.post<SupportInquiry>(`${at}/${id}/take`, taking));
  }

  decline(id: string, reason: object): Promise<SupportInquiry> {
    return firstValueFrom(this.http.post<SupportInquiry>(`${at}/${id}/decline`, reason));
  }

  discard(id: string): Promise<SupportInquiry> {
    return firstValueFrom(this.http.post<SupportInquiry>(`${at}/${id}/discard`, {}));
  }
}
