// Where goals stand in their tree, and where a step or a drop puts them. Pure: the tree is what the API gave.
import type { Goal, GoalPlace } from '@samverkan/strategies/contract';

type Placed = Pick<Goal, 'id' | 'parentId' | 'kind'>;
export type Direction = 'up' | 'down' | 'in' | 'out';

const childrenOf = <T extends Placed>(goals: readonly T[], parentId: string | null): T[] =>
  goals.filter((goal) => goal.parentId === parentId);

/** Each goal followed by all under it, in the order they were given. */
export const treeOf = <T extends Placed>(goals: readonly T[], parentId: string | null = null): T[] =>
  childrenOf(goals, parentId).flatMap((goal) => [goal, ...treeOf(goals, goal.id)]);

export function depthOf(goal: Placed, goals: readonly Placed[]): number {
  const parent = goals.find(({ id }) => id === goal.parentId);
  return parent ? 1 + depthOf(parent, goals) : 0;
}

/** Where a step takes the goal: among its siblings, under the sibling before it, or out beside its parent. Null where there is no such place. */
export function movedTo(goals: readonly Placed[], goal: Placed, direction: Direction): GoalPlace | null {
  const siblings = childrenOf(goals, goal.parentId);
  const at = siblings.findIndex(({ id }) => id === goal.id);
  const parent = goals.find(({ id }) => id === goal.parentId);
  if (direction === 'up') return at > 0 ? { parentId: goal.parentId, afterId: siblings[at - 2]?.id ?? null } : null;
  if (direction === 'down') {
    const next = siblings[at + 1];
    return next ? { parentId: goal.parentId, afterId: next.id } : null;
  }
  if (direction === 'out') return parent ? { parentId: parent.parentId, afterId: parent.id } : null;
  const before = siblings[at - 1];
  if (before?.kind !== 'goal') return null;
  return { parentId: before.id, afterId: childrenOf(goals, before.id).at(-1)?.id ?? null };
}

/** Where a drop at a row of the drawn tree puts the goal: after the row above it; first under a goal when a measure is dropped right below it. */
export function droppedAt(goals: readonly Placed[], from: number, to: number): GoalPlace | null {
  const rows = treeOf(goals);
  const goal = rows[from];
  if (!goal || from === to) return null;
  const own = new Set([goal.id, ...treeOf(goals, goal.id).map(({ id }) => id)]);
  const without = rows.filter(({ id }) => id === goal.id || !own.has(id));
  const others = without.filter(({ id }) => id !== goal.id);
  // Rows under the goal itself move with it: what lies between them is no place.
  const target = rows[to];
  if (!target || (own.has(target.id) && target.id !== goal.id)) return null;
  const index = others.findIndex(({ id }) => id === target.id) + (to > from ? 1 : 0);
  const above = others[index - 1];
  if (!above) return { parentId: null, afterId: null };
  if (goal.kind === 'measure' && above.kind === 'goal') return { parentId: above.id, afterId: null };
  const siblings = others[index];
  // Dropped before a row that stands deeper: it becomes the first beside that one.
  if (siblings?.parentId === above.id) return { parentId: above.id, afterId: null };
  return { parentId: above.parentId, afterId: above.id };
}
