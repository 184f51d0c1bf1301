// A chain is strategies that replace one another, in time, with a gap wherever nothing applied.
import type { ChainLink, StrategyRef } from '@samverkan/strategies/contract';
import type { Landscape, LandscapeStrategy } from './landscape';

export interface Chain {
  key: string;
  countyCode: string;
  links: ChainLink[];
}

/** Chains whose goals have been read in come first. One chain for each family of strategies and each of its counties. A family is all that succession joins, splits and merges too. */
export function chainsOf(landscape: Landscape): Chain[] {
  const taken = new Set<string>();
  const chains = landscape.strategies.flatMap((strategy) => {
    if (strategy.countyCodes.length === 0 || taken.has(strategy.id)) return [];
    const family = familyOf(strategy, landscape);
    family.forEach((member) => taken.add(member.id));
    const counties = [...new Set(family.flatMap((member) => member.countyCodes))];
    const goals = family.reduce((sum, member) => sum + member.goalCount, 0);
    return counties.map((countyCode) => ({
      goals,
      chain: { key: strategy.key, countyCode, links: linksOf(family, landscape) },
    }));
  });
  return chains.sort((one, other) => other.goals - one.goals).map(({ chain }) => chain);
}

/** The chain a strategy stands in; empty for a national frame. */
export function chainAround(id: string, landscape: Landscape): ChainLink[] {
  const strategy = landscape.strategies.find((one) => one.id === id);
  return strategy && strategy.countyCodes.length > 0 ? linksOf(familyOf(strategy, landscape), landscape) : [];
}

function familyOf(first: LandscapeStrategy, { strategies, successions }: Landscape): LandscapeStrategy[] {
  const ids = new Set([first.id]);
  for (let size = 0; size !== ids.size;) {
    size = ids.size;
    for (const { oldId, newId } of successions) {
      if (ids.has(oldId) || ids.has(newId)) ids.add(oldId).add(newId);
    }
  }
  return strategies.filter((strategy) => ids.has(strategy.id));
}

function linksOf(family: LandscapeStrategy[], { successions }: Landscape): ChainLink[] {
  let coveredTo: string | null = null;
  return family.flatMap((strategy): ChainLink[] => {
    const succession = successions.find((one) => one.newId === strategy.id);
    const link: ChainLink = {
      type: 'strategy',
      strategy: refOf(strategy),
      replacesVerification: succession?.verification ?? null,
    };
    const gap = gapBefore(strategy, coveredTo);
    coveredTo = later(coveredTo, strategy.endsOn);
    return gap ? [gap, link] : [link];
  });
}

function gapBefore({ startsOn }: StrategyRef, coveredTo: string | null): ChainLink | null {
  if (!startsOn || !coveredTo) return null;
  const from = daysAfter(coveredTo, 1);
  return from < startsOn ? { type: 'gap', startsOn: from, endsOn: daysAfter(startsOn, -1) } : null;
}

const later = (one: string | null, other: string | null) =>
  one && other ? (one > other ? one : other) : (one ?? other);

const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

export function refOf(strategy: StrategyRef): StrategyRef {
  const { id, kind, title, titleEn, shortTitle, shortTitleEn, startsOn, endsOn, status, expired } = strategy;
  return { id, kind, title, titleEn, shortTitle, shortTitleEn, startsOn, endsOn, status, expired };
}
