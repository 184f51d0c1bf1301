import { Injectable } from '@nestjs/common';
import { currentActor, notFound } from '@samverkan/shared/api';
import type { GoalChoices, Strategy, StrategyOverview } from '@samverkan/strategies/contract';
import { strategiesPolicy } from './strategies.policy';
import { StrategiesQuery } from './strategies.query';
import { overviewOf, strategyOf } from './strategies.view';

@Injectable()
export class StrategiesService {
  constructor(private readonly strategies: StrategiesQuery) {}

  async overview(): Promise<StrategyOverview> {
    return overviewOf(currentActor(), await this.strategies.landscape());
  }

  async read(id: string): Promise<Strategy> {
    const found = await this.strategies.byId(id);
    if (!found) throw notFound();
    const actor = currentActor();
    strategiesPolicy.require('read', actor, { ...found.detail, replaced: false, countyCodes: [] });
    return strategyOf(actor, found.detail, found.landscape);
  }

  async goalChoices(): Promise<GoalChoices> {
    return { items: await this.strategies.goalChoices() };
  }
}
