// Rows against the goals of the draft: which are new, which change what, and under which each stands. Pure.
import { fold, shownCell } from '@samverkan/shared/api';
import type { GoalColumn, GoalImportRow, GoalKind } from '@samverkan/strategies/contract';
import type { GoalSaid, ReadGoal } from './goal-import-row';
import { type PlannedTree, plannedTree } from './goal-import-tree';

/** A goal of the draft, as the import needs it. */
export interface OwnGoal {
  id: string;
  number: string;
  title: string;
  titleEn: string | null;
  text: string | null;
  textEn: string | null;
  kind: GoalKind;
  parentId: string | null;
  responsibleOrganizationId: string | null;
  indicators: string[];
  serves: { id: string; motive: string | null }[];
  version: number;
}

/** A goal or measure that a row names. */
export interface PlannedGoal {
  /** The goal's id, or a name for one that is to be made. */
  key: string;
  line: number;
  kind: GoalKind;
  /** It stands among the measures of its row. */
  listed: boolean;
  said: GoalSaid;
  own: OwnGoal | null;
  parentKey: string | null;
  /** What it changes of what stands. */
  fields: GoalColumn[];
}

export interface GoalPlan {
  goals: PlannedGoal[];
  rows: GoalImportRow[];
  tree: PlannedTree;
}

const nobody = { text: undefined, titleEn: undefined, textEn: undefined };

export function goalPlan(read: readonly ReadGoal[], own: readonly OwnGoal[]): GoalPlan {
  const named = namedGoals(read);
  match(named, read, own);
  const goals = named.filter(({ repeats }) => !repeats);
  placeUnder(named, read, own);
  const issues = (line: number) => read.find((row) => row.line === line)?.issues ?? [];
  for (const goal of goals)
    if (loops(goal, goals, own)) issues(goal.line).push({ column: 'parent', code: 'import.under-itself' });
  const right = goals.filter(({ line }) => issues(line).length === 0);
  for (const goal of right) goal.fields = goal.own ? changedIn(goal, goal.own) : [];
  const tree = plannedTree(own, right);
  return {
    goals: right,
    tree,
    rows: read.map((row) =>
      rowOf(
        row,
        named.filter(({ line }) => line === row.line),
        tree,
      ),
    ),
  };
}

/** The goals and measures that the rows name, in their order. A goal repeated for the sake of its next measure is the same goal. */
interface Named extends PlannedGoal {
  repeats: Named | null;
}

function namedGoals(read: readonly ReadGoal[]): Named[] {
  const named: Named[] = [];
  for (const { line, said, measures, issues } of read) {
    const make = (at: number, kind: GoalKind, listed: boolean, words: GoalSaid): Named => ({
      key: `new:${line}:${at}`,
      line,
      kind,
      listed,
      said: words,
      own: null,
      parentKey: null,
      fields: [],
      repeats: null,
    });
    if (said.title) {
      const one = make(0, said.kind ?? 'goal', false, said);
      const before = named.find((other) => !other.repeats && isSame(other, one));
      if (before && measures.length > 0 && !before.listed) one.repeats = before;
      else if (before) issues.push({ column: 'title', code: 'import.twice-in-file', line: before.line });
      named.push(one);
    }
    measures.forEach(({ number, title }, at) => {
      const one = make(at + 1, 'measure', true, { ...nobody, number, title });
      const before = named.find((other) => isSame(other, one));
      if (before) issues.push({ column: 'measures', code: 'import.twice-in-file', line: before.line });
      named.push(one);
    });
  }
  return named;
}

const isSame = (one: Named, other: Named): boolean =>
  one.kind === other.kind &&
  fold(one.said.title ?? '') === fold(other.said.title ?? '') &&
  (one.said.number === other.said.number || one.said.number === undefined || other.said.number === undefined);

/** By their words first; a number stands for a goal that no row names by its words. */
function match(named: readonly Named[], read: readonly ReadGoal[], own: readonly OwnGoal[]): void {
  const taken = new Set<string>();
  const take = (goal: Named, found: OwnGoal) => {
    goal.own = found;
    goal.key = found.id;
    taken.add(found.id);
  };
  const single = named.filter(({ repeats }) => !repeats);
  for (const goal of single) {
    const called = own.filter(
      ({ id, kind, title }) =>
        !taken.has(id) &&
        fold(title) === fold(goal.said.title ?? '') &&
        (goal.said.kind === undefined && !goal.listed ? true : kind === goal.kind),
    );
    const numberedSo = called.filter(({ number }) => number === goal.said.number);
    const [found] = numberedSo.length === 1 ? numberedSo : called;
    if (called.length > 1 && numberedSo.length !== 1)
      read
        .find(({ line }) => line === goal.line)
        ?.issues.push({ column: goal.listed ? 'measures' : 'title', code: 'import.matches-several' });
    else if (found) take(goal, found);
  }
  for (const goal of single) {
    if (goal.own || goal.said.number === undefined) continue;
    const found = own.find(
      ({ id, kind, number }) => !taken.has(id) && kind === goal.kind && number === goal.said.number,
    );
    if (found) take(goal, found);
  }
  for (const goal of single) if (goal.own && goal.said.kind === undefined) goal.kind = goal.own.kind;
  for (const goal of named)
    if (goal.repeats) Object.assign(goal, { key: goal.repeats.key, own: goal.repeats.own, kind: goal.repeats.kind });
}

/** Under which goal each stands: as the row says, by its level or its number, or under the goal above it. */
function placeUnder(named: readonly Named[], read: readonly ReadGoal[], own: readonly OwnGoal[]): void {
  const levels: Named[] = [];
  let above: Named | null = null;
  for (const row of read) {
    const main = named.find(({ line, listed }) => line === row.line && !listed);
    const fault = (column: GoalColumn, code: string) => row.issues.push({ column, code });
    if (main && !main.repeats) {
      const dottedUnder = main.kind === 'goal' ? /^(.+)\.\d+$/.exec(main.said.number ?? '')?.[1] : undefined;
      if (row.parent !== undefined) {
        const parent = goalCalled(row.parent, named, own, main);
        if (parent === undefined) fault('parent', 'import.unknown-parent');
        else main.parentKey = parent;
      } else if (row.level !== undefined) {
        const parent = row.level === 1 ? null : levels[row.level - 2];
        if (parent === undefined || parent?.kind === 'measure') fault('level', 'import.not-a-level');
        else main.parentKey = parent?.key ?? null;
      } else if (dottedUnder) {
        const parent = goalCalled(dottedUnder, named, own, main);
        if (parent === undefined) fault('number', 'import.unknown-parent');
        else main.parentKey = parent;
      } else if (main.own) main.parentKey = main.own.parentId;
      else if (main.kind === 'measure') main.parentKey = above?.key ?? null;
    }
    if (main?.kind === 'goal') above = main;
    if (main && row.level !== undefined) levels.splice(row.level - 1, Infinity, main);
    for (const measure of named.filter(({ line, listed }) => line === row.line && listed)) {
      if (above === null) fault('measures', 'import.unknown-parent');
      else measure.parentKey = above.key;
    }
  }
}

function goalCalled(words: string, named: readonly Named[], own: readonly OwnGoal[], but: Named): string | undefined {
  const number = /^(?:(?:mål|goal)\s+)?([\d.]*\d)\.?$/iu.exec(words)?.[1];
  const goals = named.filter((one) => one.kind === 'goal' && one !== but);
  return number !== undefined
    ? (goals.find((one) => one.said.number === number)?.key ??
        own.find((one) => one.kind === 'goal' && one.number === number && one.id !== but.key)?.id)
    : (goals.find((one) => fold(one.said.title ?? '') === fold(words))?.key ??
        own.find((one) => one.kind === 'goal' && fold(one.title) === fold(words) && one.id !== but.key)?.id);
}

function loops(goal: PlannedGoal, goals: readonly PlannedGoal[], own: readonly OwnGoal[]): boolean {
  const seen = new Set([goal.key]);
  for (let at = goal.parentKey; at !== null;) {
    if (seen.has(at)) return at === goal.key;
    seen.add(at);
    const key: string = at;
    const planned = goals.find((one) => one.key === key);
    at = planned ? planned.parentKey : (own.find(({ id }) => id === key)?.parentId ?? null);
  }
  return false;
}

/** The columns whose words differ from what stands. */
function changedIn({ said, kind, parentKey }: PlannedGoal, own: OwnGoal): GoalColumn[] {
  const differs = (now: unknown, words: unknown) =>
    words !== undefined && JSON.stringify(now) !== JSON.stringify(words);
  const served = new Map(own.serves.map(({ id, motive }) => [id, motive]));
  const fields: [GoalColumn, boolean][] = [
    ['title', differs(own.title, said.title)],
    ['kind', own.kind !== kind],
    ['text', differs(own.text, said.text)],
    ['parent', own.parentId !== parentKey],
    ['responsible', differs(own.responsibleOrganizationId, said.responsibleOrganizationId)],
    ['indicators', differs(own.indicators, said.indicators)],
    ['serves', (said.serves ?? []).some((id) => !served.has(id))],
    [
      'motive',
      said.motive !== undefined && (said.serves ?? []).some((id) => served.has(id) && served.get(id) !== said.motive),
    ],
    ['titleEn', differs(own.titleEn, said.titleEn)],
    ['textEn', differs(own.textEn, said.textEn)],
  ];
  return fields.filter(([, changed]) => changed).map(([field]) => field);
}

function rowOf(row: ReadGoal, named: readonly Named[], tree: PlannedTree): GoalImportRow {
  const main = named.find(({ listed }) => !listed) ?? null;
  const listed = named.filter((one) => one.listed);
  const isNew = (one: Named) => one.own === null;
  const measures = listed.some((one) => isNew(one) || one.fields.length > 0) ? (['measures'] as const) : [];
  const fields = main?.repeats ? [...measures] : [...(main?.fields ?? []), ...measures];
  const begins = main && !main.repeats ? isNew(main) : listed.some(isNew);
  const outcome = row.issues.length > 0 ? 'wrong' : begins ? 'new' : fields.length > 0 ? 'changed' : 'same';
  const words = main?.said.title ?? listed.map(({ said }) => said.title).join('; ');
  const title = main?.own?.title;
  return {
    line: row.line,
    outcome,
    number: outcome === 'wrong' ? '' : (tree.numbers.get((main ?? listed[0])?.key ?? '') ?? ''),
    title: shownCell(words, 300),
    before: outcome === 'changed' && title !== undefined && main?.fields.includes('title') ? title : null,
    goalId: main?.own?.id ?? null,
    fields: outcome === 'changed' ? fields : [],
    issues: row.issues,
  };
}
