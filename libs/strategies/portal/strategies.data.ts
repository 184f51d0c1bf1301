// Every request of this area. Call where `inject` may be called.
import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { Strategy, StrategyHistory, StrategyOverview, Succession } from '@samverkan/strategies/contract';

export const strategyOverview = (): HttpResourceRef<StrategyOverview | undefined> =>
  httpResource<StrategyOverview>(() => '/api/strategies');

export const strategyWith = (id: () => string): HttpResourceRef<Strategy | undefined> =>
  httpResource<Strategy>(() => `/api/strategies/${id()}`);

export const successionOf = (id: () => string | undefined): HttpResourceRef<Succession | undefined> =>
  httpResource<Succession>(() => (id() ? `/api/strategies/${id()}/succession` : undefined));

/** Of the whole strategy, or of one goal. */
export const historyOf = (
  id: () => string,
  goal: () => string | undefined,
): HttpResourceRef<StrategyHistory | undefined> =>
  httpResource<StrategyHistory>(() => {
    const params: Record<string, string> = {};
    const of = goal();
    if (of) params['goal'] = of;
    return { url: `/api/strategies/${id()}/history`, params };
  });
