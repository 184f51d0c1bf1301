// A strategy as its county writes, adopts and replaces it.
import type { Strategy, Succession } from '@samverkan/strategies/contract';
import type { Answer, Client } from './client';

const yesterday = '2026-01-01';

export interface StrategyHand {
  begin(more?: object): Promise<Strategy>;
  /** The strategy with these goals, one after the other. */
  withGoals(strategy: Strategy, titles: readonly string[]): Promise<Strategy>;
  adopt(strategy: Strategy): Promise<Answer<Strategy>>;
  undo(strategy: Strategy): Promise<Answer<Strategy>>;
  anAdopted(titles: readonly string[]): Promise<Strategy>;
  /** Where a goal of the strategy that is replaced goes. */
  say(strategy: Strategy, old: string, way: object): Promise<Answer<Succession>>;
}

/** What one who writes the county's strategies does; asked for when she is there. */
export function strategyHand(writer: () => Client): StrategyHand {
  const hand: StrategyHand = {
    async begin(more = {}) {
      const plan = { kind: 'action_plan', title: 'Plan mot våld', shortTitle: 'Plan', startsOn: yesterday, ...more };
      return (await writer().post<Strategy>('/api/strategies', plan)).body;
    },
    async withGoals(strategy, titles) {
      let latest = strategy;
      for (const title of titles)
        latest = (await writer().post<Strategy>(`/api/strategies/${strategy.id}/goals`, { title })).body;
      return latest;
    },
    adopt: ({ id }) => writer().post<Strategy>(`/api/strategies/${id}/adoption`, { decidedOn: '2026-11-20' }),
    undo: ({ id }) => writer().post<Strategy>(`/api/strategies/${id}/adoption/undo`),
    anAdopted: async (titles) => (await hand.adopt(await hand.withGoals(await hand.begin(), titles))).body,
    say: ({ id }, old, way) =>
      writer().put<Succession>(`/api/strategies/${id}/succession/${old}`, { version: 0, motive: 'Därför.', ...way }),
  };
  return hand;
}
