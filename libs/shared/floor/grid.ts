import { type Principal, type Relation, principals, relations } from './principals';

/** From which level (its number among the subject's levels) a principal in a relation is let through; null never. */
export type Grid = (principal: Principal, relation: Relation) => number | null;

/**
 * Reads a truth table as it is written: a line for each principal, a column for each relation in the order of `relations`, `-`
 * for never. Who has no line is never let through.
 */
export function grid(text: string): Grid {
  const rows = new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([name, ...cells]) => {
        if (!principals.includes(name as Principal) || cells.length !== relations.length)
          throw new Error(
            `The truth table's line "${name ?? ''}" does not name a principal and ${relations.length} cells.`,
          );
        return [name, cells.map((cell) => (cell === '-' ? null : Number(cell)))] as const;
      }),
  );
  return (principal, relation) => rows.get(principal)?.[relations.indexOf(relation)] ?? null;
}
