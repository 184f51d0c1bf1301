import { policy } from '@samverkan/shared/api';
import type { StrategyStatus } from '@samverkan/strategies/contract';

export interface StrategySubject {
  status: StrategyStatus;
  owner: { id: string } | null;
}

const decided: readonly StrategyStatus[] = ['adopted', 'superseded', 'repealed'];

/** What was decided is open to every party; a draft is its owner's alone, and not for the system's keeper there. Row-level security holds the same line. */
export const strategiesPolicy = policy<StrategySubject, 'read'>({
  read: (actor, strategy) =>
    decided.includes(strategy.status) || (strategy.owner?.id === actor.organizationId && actor.role !== 'system_admin'),
});
