import { Service, signal } from '@angular/core';
import type { LatestAssessments } from '@samverkan/followup/contract';
import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

type Item = LatestAssessments['items'][number];

/** The latest word on each goal of a strategy: asked for once, however many goals stand on the page. */
@Service()
export class LatestWords {
  private readonly http = inject(HttpClient);
  private readonly known = signal<ReadonlyMap<string, readonly Item[]>>(new Map());
  private readonly asked = new Map<string, number>();

  of(strategyId: string, goalId: string): Item | undefined {
    return this.known()
      .get(strategyId)
      ?.find((item) => item.goalId === goalId);
  }

  /** Asks unless it was asked within the second. Call outside what reads `of`. */
  fetch(strategyId: string): void {
    if (Date.now() - (this.asked.get(strategyId) ?? 0) < 1000) return;
    this.asked.set(strategyId, Date.now());
    const url = '/api/assessments/latest';
    firstValueFrom(this.http.get<LatestAssessments>(url, { params: { strategy: strategyId } })).then(
      ({ items }) => this.known.update((known) => new Map([...known, [strategyId, items]])),
      () => this.asked.delete(strategyId),
    );
  }
}
