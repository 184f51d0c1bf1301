import { Injectable } from '@nestjs/common';
import type { Strategy, StrategySummary } from '@samverkan/strategies/contract';
import { type Chain, chainsOf } from './chains';
import { frameKinds } from './strategies.policy';
import { StrategiesQuery } from './strategies.query';
import { openStrategyOf, summaryOf } from './strategies.view';

/** A strategy as it stands for anybody: nothing of who may do what with it. */
export type OpenStrategy = Omit<Strategy, 'allowed'>;

export interface OpenLandscape {
  frames: StrategySummary[];
  chains: Chain[];
  strategies: StrategySummary[];
}

/**
 * Strategies for who has not signed in. Asked outside a request's scope there is nobody in the context, and row-level security gives
 * what was decided and nothing else; what has a state of its own besides is left out here as well.
 */
@Injectable()
export class OpenStrategies {
  constructor(private readonly strategies: StrategiesQuery) {}

  async overview(): Promise<OpenLandscape> {
    const landscape = await this.strategies.landscape();
    const decided = landscape.strategies.filter(({ status }) => isDecided(status));
    const open = { ...landscape, strategies: decided };
    const strategies = decided.map((strategy) => summaryOf(strategy, open));
    return { frames: strategies.filter(({ kind }) => frameKinds.includes(kind)), chains: chainsOf(open), strategies };
  }

  /** Undefined when it is not there, or not decided. */
  async read(id: string): Promise<OpenStrategy | undefined> {
    const found = await this.strategies.byId(id);
    return found && isDecided(found.detail.status) ? openStrategyOf(found.detail, found.landscape) : undefined;
  }
}

const isDecided = (status: Strategy['status']) => ['adopted', 'superseded', 'repealed'].includes(status);
