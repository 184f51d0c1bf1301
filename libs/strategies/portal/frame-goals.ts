import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { Strategy, StrategyOverview } from '@samverkan/strategies/contract';
import { firstValueFrom } from 'rxjs';

/** The national frames that apply or are proposed, with their goals. Fetched once for a page of goals. */
@Service()
export class FrameGoals {
  private readonly http = inject(HttpClient);
  private fetched: Promise<Strategy[]> | undefined;

  all(): Promise<Strategy[]> {
    this.fetched ??= this.fetch().catch((error: unknown) => {
      this.fetched = undefined;
      throw error;
    });
    return this.fetched;
  }

  private async fetch(): Promise<Strategy[]> {
    const { frames } = await firstValueFrom(this.http.get<StrategyOverview>('/api/strategies'));
    return Promise.all(
      frames
        .filter(({ status }) => status === 'adopted' || status === 'proposed')
        .map(({ id }) => firstValueFrom(this.http.get<Strategy>(`/api/strategies/${id}`))),
    );
  }
}
