import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Calendar, Subscription, SubscriptionInput, SubscriptionMade } from '@samverkan/calendar/contract';
import type { AddressValues } from '@samverkan/reading/portal';
import { firstValueFrom } from 'rxjs';

const address = '/api/calendar/subscription';

export const calendarOf = (params: () => AddressValues): HttpResourceRef<Calendar | undefined> =>
  httpResource<Calendar>(() => ({ url: '/api/calendar', params: params() }));

export const subscriptionOf = (): HttpResourceRef<Subscription | undefined> =>
  httpResource<Subscription>(() => address);

/** What a person can do with her calendar's address. */
@Service()
export class SubscriptionRequests {
  private readonly http = inject(HttpClient);

  make(input: SubscriptionInput): Promise<SubscriptionMade> {
    return firstValueFrom(this.http.post<SubscriptionMade>(address, input));
  }

  remove(): Promise<Subscription> {
    return firstValueFrom(this.http.delete<Subscription>(address));
  }
}
