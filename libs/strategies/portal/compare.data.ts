import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Strategy, Succession } from '@samverkan/strategies/contract';
import { firstValueFrom } from 'rxjs';
import { stepsBetween } from './compare';

/** Two versions with the ways between them; the older first. */
export interface Compared {
  before: Strategy;
  after: Strategy;
  steps: readonly Succession[];
}

/** Fetches two versions and where the goals of the older went. */
@Service()
export class CompareRequests {
  private readonly http = inject(HttpClient);

  async both(id: string, otherId: string): Promise<Compared> {
    const read = (of: string) => firstValueFrom(this.http.get<Strategy>(`/api/strategies/${of}`));
    const [one, other] = await Promise.all([read(id), read(otherId)]);
    const between = stepsBetween(one, other);
    const isFirst = between ? between.old === one.id : (one.startsOn ?? '9999') <= (other.startsOn ?? '9999');
    const steps = await Promise.all(
      (between?.through ?? []).map((of) =>
        firstValueFrom(this.http.get<Succession>(`/api/strategies/${of}/succession`)),
      ),
    );
    return { before: isFirst ? one : other, after: isFirst ? other : one, steps };
  }
}
