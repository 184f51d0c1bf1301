import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, type Signal, inject } from '@angular/core';
import type { AuditChecks, AuditChoices, AuditPage, AuditVerdict } from '@samverkan/privacy/contract';
import type { AddressValues } from '@samverkan/reading/portal';
import { firstValueFrom } from 'rxjs';

export const auditList = (params: Signal<AddressValues>): HttpResourceRef<AuditPage | undefined> =>
  httpResource<AuditPage>(() => ({ url: '/api/audit', params: params() }));

export const auditChoices = (): HttpResourceRef<AuditChoices | undefined> =>
  httpResource<AuditChoices>(() => '/api/audit/choices');

export const auditChecks = (): HttpResourceRef<AuditChecks | undefined> =>
  httpResource<AuditChecks>(() => '/api/audit/checks');

@Service()
export class AuditRequests {
  private readonly http = inject(HttpClient);

  check(): Promise<AuditVerdict> {
    return firstValueFrom(this.http.post<AuditVerdict>('/api/audit/checks', {}));
  }
}
