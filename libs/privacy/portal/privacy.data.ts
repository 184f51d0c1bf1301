import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, type Signal, inject } from '@angular/core';
import type {
  Erasure,
  ErasureDecisionInput,
  ErasureInput,
  Erasures,
  Extract,
  Retention,
  RetentionDue,
} from '@samverkan/privacy/contract';
import { firstValueFrom } from 'rxjs';

export const erasureList = (): HttpResourceRef<Erasures | undefined> => httpResource<Erasures>(() => '/api/erasures');

export const retentionPreview = (): HttpResourceRef<Retention | undefined> =>
  httpResource<Retention>(() => '/api/retention');

/** What one rule would take; nothing is asked while no rule is open. */
export const retentionDue = (key: Signal<string | null>): HttpResourceRef<RetentionDue | undefined> =>
  httpResource<RetentionDue>(() => (key() ? `/api/retention/${key()}` : undefined));

/** What is asked about one's own data, and about others' by those who look after them. */
@Service()
export class PrivacyRequests {
  private readonly http = inject(HttpClient);

  /** One's own without a membership. */
  extract(membershipId?: string): Promise<Extract> {
    return firstValueFrom(
      this.http.get<Extract>(membershipId ? `/api/memberships/${membershipId}/extract` : '/api/extract'),
    );
  }

  async ask(input: ErasureInput, membershipId?: string): Promise<void> {
    const address = membershipId ? `/api/memberships/${membershipId}/erasure` : '/api/erasures';
    await firstValueFrom(this.http.post<Erasure>(address, input));
  }

  withdraw(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/erasures/${id}`));
  }

  decide(id: string, input: ErasureDecisionInput): Promise<Erasure> {
    return firstValueFrom(this.http.post<Erasure>(`/api/erasures/${id}/decision`, input));
  }
}
