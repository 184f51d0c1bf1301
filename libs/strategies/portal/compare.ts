// Two versions beside each other: which goals of one became which of the other, and what differs. Pure.
import type { Goal, Strategy, Succession, SuccessionKind } from '@samverkan/strategies/contract';
import { treeOf } from './goal-places';

export type PairKind = SuccessionKind | 'same-words' | 'new' | 'not-said';

/** Goals that belong together: those before, and what they became. */
export interface GoalPair {
  key: string;
  kind: PairKind;
  before: readonly Goal[];
  after: readonly Goal[];
  motives: readonly string[];
  /** One goal on each side: their words can be laid over each other. */
  single: boolean;
  differs: boolean;
}

export type GoalField = 'title' | 'text' | 'responsible' | 'indicators' | 'serves';

interface Way {
  kind: SuccessionKind;
  goalIds: readonly string[];
  motive: string;
}

/** Where each goal of the older went, step by step through the versions between; `steps` oldest first. */
export function waysThrough(old: Strategy, steps: readonly Succession[]): Map<string, Way> {
  const ways = new Map<string, Way>();
  if (steps.length === 0) return ways;
  for (const goal of old.goals) {
    let at: Way | null = { kind: 'continues', goalIds: [goal.id], motive: '' };
    for (const step of steps) at = at && stepped(at, step);
    if (at) ways.set(goal.id, at);
  }
  return ways;
}

function stepped(way: Way, { ways }: Succession): Way | null {
  if (way.kind === 'ended') return way;
  const next = ways.filter(({ goal, kind }) => kind !== null && way.goalIds.includes(goal.id));
  if (next.length === 0) return null;
  const goalIds = [...new Set(next.flatMap((one) => (one.kind === 'ended' ? [] : one.goalIds)))];
  const motive = [way.motive, ...next.map((one) => one.motive)].filter(Boolean).join(' ');
  if (goalIds.length === 0) return { kind: 'ended', goalIds, motive };
  if (goalIds.length > 1) return { kind: 'split', goalIds, motive };
  const kinds = [way.kind, ...next.map((one) => one.kind)];
  const kind = (['merged', 'split', 'changed'] as const).find((one) => kinds.includes(one)) ?? 'continues';
  return { kind, goalIds, motive };
}

const plain = (words: string) => words.toLocaleLowerCase('sv-SE').replace(/\s+/g, ' ').trim();

/** The goals in pairs, in the order of the older; what is new follows. Where no way has been said, the same words are the same goal. */
export function pairsOf(old: Strategy, next: Strategy, steps: readonly Succession[]): GoalPair[] {
  const ways = waysThrough(old, steps);
  const after = treeOf(next.goals);
  const found = (ids: readonly string[]) => after.filter(({ id }) => ids.includes(id));
  const taken = new Set<string>();
  const pairs: GoalPair[] = [];
  for (const goal of treeOf(old.goals)) {
    const way = ways.get(goal.id);
    if (!way) continue;
    const became = found(way.goalIds);
    const merged = pairs.find((pair) => pair.after.length === 1 && became.length === 1 && pair.after[0] === became[0]);
    became.forEach(({ id }) => taken.add(id));
    if (merged) {
      Object.assign(merged, {
        kind: 'merged',
        single: false,
        before: [...merged.before, goal],
        motives: [...merged.motives, way.motive].filter(Boolean),
        differs: true,
      });
      continue;
    }
    pairs.push(pairOf(way.kind === 'ended' ? 'ended' : way.kind, [goal], became, [way.motive].filter(Boolean)));
  }
  for (const goal of treeOf(old.goals)) {
    if (ways.has(goal.id)) continue;
    const same = after.find(
      (one) => !taken.has(one.id) && one.kind === goal.kind && plain(one.title) === plain(goal.title),
    );
    if (same) taken.add(same.id);
    pairs.push(pairOf(same ? 'same-words' : 'not-said', [goal], same ? [same] : [], []));
  }
  const order = new Map(treeOf(old.goals).map(({ id }, at) => [id, at]));
  pairs.sort((one, other) => (order.get(one.before[0]?.id ?? '') ?? 0) - (order.get(other.before[0]?.id ?? '') ?? 0));
  return [...pairs, ...after.filter(({ id }) => !taken.has(id)).map((goal) => pairOf('new', [], [goal], []))];
}

function pairOf(kind: PairKind, before: readonly Goal[], after: readonly Goal[], motives: readonly string[]): GoalPair {
  const [one, other] = [before[0], after[0]];
  const single = before.length === 1 && after.length === 1;
  const isSame = one && other && single && differingFields(one, other).length === 0;
  const key = `${one?.id ?? ''}:${other?.id ?? ''}`;
  // A goal that was said to be changed is one, also where its words are the same.
  return { key, kind, before, after, motives, single, differs: !isSame || !['continues', 'same-words'].includes(kind) };
}

/** What of a goal says something else than before. Its number is its place, and no difference of its own. */
export function differingFields(before: Goal, after: Goal): GoalField[] {
  const told = (goal: Goal): Record<GoalField, string> => ({
    title: goal.title,
    text: goal.text ?? '',
    responsible: goal.responsible?.name ?? '',
    indicators: goal.indicators.join('\n'),
    serves: goal.serves
      .map(({ goal: { id } }) => id)
      .sort()
      .join(),
  });
  const [one, other] = [told(before), told(after)];
  return (Object.keys(one) as GoalField[]).filter((field) => one[field] !== other[field]);
}

/** The versions from the older to the newer along the chain they share, the newer last; null when they stand in no chain together. */
export function stepsBetween(one: Strategy, other: Strategy): { old: string; next: string; through: string[] } | null {
  const chain = one.chain.flatMap((link) => (link.type === 'strategy' ? [link.strategy.id] : []));
  const [from, to] = [chain.indexOf(one.id), chain.indexOf(other.id)];
  if (from < 0 || to < 0 || from === to) return null;
  const [first, last] = from < to ? [from, to] : [to, from];
  return { old: chain[first] ?? '', next: chain[last] ?? '', through: chain.slice(first + 1, last + 1) };
}
