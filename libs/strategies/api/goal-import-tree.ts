// The tree of a draft as it will be: what is there keeps its order, what is new or moved comes after the row before it. Pure.
import type { GoalKind } from '@samverkan/strategies/contract';

interface Standing {
  id: string;
  kind: GoalKind;
  parentId: string | null;
}

interface Coming {
  key: string;
  kind: GoalKind;
  own: Standing | null;
  parentKey: string | null;
}

export interface PlannedTree {
  /** Every goal from the top, each followed by all under it. */
  order: { key: string; parentKey: string | null }[];
  /** The number each gets from its place. */
  numbers: ReadonlyMap<string, string>;
}

export function plannedTree(standing: readonly Standing[], coming: readonly Coming[]): PlannedTree {
  const under = new Map<string | null, string[]>();
  const listOf = (parent: string | null): string[] => {
    const list = under.get(parent) ?? [];
    under.set(parent, list);
    return list;
  };
  for (const { id, parentId } of standing) listOf(parentId).push(id);
  const moves = ({ own, parentKey }: Coming) => !own || own.parentId !== parentKey;
  for (const one of coming)
    if (one.own && moves(one))
      under.set(
        one.own.parentId,
        listOf(one.own.parentId).filter((key) => key !== one.key),
      );
  coming.forEach((one, at) => {
    if (!moves(one)) return;
    const list = listOf(one.parentKey);
    const before = coming
      .slice(0, at)
      .findLast((other) => other.parentKey === one.parentKey && list.includes(other.key));
    const after = coming.slice(at + 1).find((other) => other.parentKey === one.parentKey && list.includes(other.key));
    const place = before ? list.indexOf(before.key) + 1 : after ? list.indexOf(after.key) : list.length;
    list.splice(place, 0, one.key);
  });
  const kinds = new Map<string, GoalKind>([
    ...standing.map(({ id, kind }): [string, GoalKind] => [id, kind]),
    ...coming.map(({ key, kind }): [string, GoalKind] => [key, kind]),
  ]);
  const order: PlannedTree['order'] = [];
  const numbers = new Map<string, string>();
  let measures = 0;
  // Goals by their place among goals, measures through the whole document: as the database numbers them.
  const walk = (parentKey: string | null, lead: string) => {
    let goals = 0;
    for (const key of listOf(parentKey)) {
      order.push({ key, parentKey });
      const isGoal = kinds.get(key) === 'goal';
      const number = isGoal ? `${lead}${(goals += 1)}` : String((measures += 1));
      numbers.set(key, number);
      walk(key, isGoal ? `${number}.` : lead);
    }
  };
  walk(null, '');
  return { order, numbers };
}
