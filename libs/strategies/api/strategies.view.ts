// Rows to contract. Who may see a strategy was decided before it came here.
import type { Strategy, StrategyOverview, StrategyRef, StrategySummary } from '@samverkan/strategies/contract';
import type { Actor } from '@samverkan/shared/api';
import { chainAround, chainsOf, refOf } from './chains';
import type { Landscape, LandscapeStrategy, StrategyDetail } from './landscape';
import { frameKinds, kindsOf, strategiesPolicy } from './strategies.policy';

export function overviewOf(actor: Actor, landscape: Landscape): StrategyOverview {
  const strategies = landscape.strategies.map((strategy) => summaryOf(strategy, landscape));
  const frames = strategies
    .filter((strategy) => frameKinds.includes(strategy.kind))
    .sort((one, other) => frameKinds.indexOf(one.kind) - frameKinds.indexOf(other.kind));
  return { frames, chains: chainsOf(landscape), strategies, mayWrite: [...kindsOf(actor)] };
}

export function strategyOf(actor: Actor, detail: StrategyDetail, landscape: Landscape): Strategy {
  const open = openStrategyOf(detail, landscape);
  const replaced = open.replacedBy.some(({ status }) => status === 'adopted');
  const { read: _read, ...allowed } = strategiesPolicy.allowed(actor, {
    ...detail,
    replaced,
    countyCodes: open.countyCodes,
  });
  return { ...open, allowed };
}

/** The strategy itself, whoever reads it. */
export function openStrategyOf(
  { keptBy: _keptBy, adoptedHere: _adoptedHere, consulted: _consulted, ...detail }: StrategyDetail,
  landscape: Landscape,
): Omit<Strategy, 'allowed'> {
  const known = landscape.strategies.find((strategy) => strategy.id === detail.id);
  const summary = summaryOf(
    { key: '', countyCodes: [], goalCount: 0, signatoryCount: null, ...detail, ...known },
    landscape,
  );
  const unnamed = (summary.signatoryCount ?? 0) - detail.signatories.length;
  return {
    ...detail,
    ...summary,
    unnamedSignatories: Math.max(0, unnamed),
    chain: chainAround(detail.id, landscape),
  };
}

export function summaryOf(strategy: LandscapeStrategy, { strategies, successions }: Landscape): StrategySummary {
  const refs = (ids: string[]): StrategyRef[] => strategies.filter((one) => ids.includes(one.id)).map(refOf);
  return {
    ...refOf(strategy),
    countyCodes: strategy.countyCodes,
    goalCount: strategy.goalCount,
    signatoryCount: strategy.signatoryCount,
    replaces: refs(successions.filter((one) => one.newId === strategy.id).map((one) => one.oldId)),
    replacedBy: refs(successions.filter((one) => one.oldId === strategy.id).map((one) => one.newId)),
  };
}
