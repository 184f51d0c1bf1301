// One row of a sheet of goals: what it says, and what is wrong with it. Pure: it is given all it needs to know.
import { type OpenedSheet, type SheetCell, type UnsafeCell, fold, textOf, unsafeCells } from '@samverkan/shared/api';
import { type GoalColumn, GoalChange, type GoalKind, GoalLinks } from '@samverkan/strategies/contract';
import {
  CellFault,
  type FrameOfGoals,
  kindIn,
  levelIn,
  listIn,
  numberIn,
  numbered,
  servesIn,
} from './goal-import-cells';

/** What rows are read against. */
export interface GoalGround {
  /** Parties by folded name; several where several are called so. */
  parties: ReadonlyMap<string, readonly string[]>;
  frames: readonly FrameOfGoals[];
  /** The frames the draft implements. */
  implemented: readonly string[];
}

/** What a row says of a goal. Undefined where its cell is empty or there is no column: nothing is said then. */
export interface GoalSaid {
  number?: string | undefined;
  kind?: GoalKind | undefined;
  title?: string | undefined;
  titleEn?: string | undefined;
  text?: string | undefined;
  textEn?: string | undefined;
  responsibleOrganizationId?: string | undefined;
  indicators?: string[] | undefined;
  serves?: string[] | undefined;
  motive?: string | undefined;
}

export type GoalIssue = UnsafeCell<GoalColumn> & { line?: number };

export interface ReadGoal {
  line: number;
  said: GoalSaid;
  level: number | undefined;
  parent: string | undefined;
  measures: { number: string | undefined; title: string }[];
  issues: GoalIssue[];
}

const columnOf: Readonly<Record<string, GoalColumn>> = {
  title: 'title',
  titleEn: 'titleEn',
  text: 'text',
  textEn: 'textEn',
  indicators: 'indicators',
};
const guarding = { asks: (column: GoalColumn) => column !== 'number' && column !== 'level' };

export function readGoal(
  { line, cells }: { line: number; cells: readonly SheetCell[] },
  sheet: Pick<OpenedSheet<GoalColumn>, 'headings' | 'columns'>,
  ground: GoalGround,
): ReadGoal {
  const issues: GoalIssue[] = unsafeCells(cells, sheet.headings, sheet.columns, guarding);
  const text = (column: GoalColumn): string => {
    const at = sheet.columns.indexOf(column);
    return at < 0 ? '' : textOf(cells[at]);
  };
  const read = <T>(column: GoalColumn, meaning: (words: string) => T | CellFault): T | undefined => {
    const words = text(column);
    if (words === '') return undefined;
    const value = meaning(words);
    if (!(value instanceof CellFault)) return value;
    issues.push({ column, code: value.code });
    return undefined;
  };
  const title = numbered(text('title'));
  const measures = listIn(text('measures')).map((one) => {
    const { number, words } = numbered(one);
    return { number: number ?? undefined, title: words };
  });
  const said: GoalSaid = {
    number:
      read('number', (words) => numberIn(words) ?? new CellFault('field.wrong-form')) ?? title.number ?? undefined,
    kind: read('kind', kindIn),
    title: title.words || undefined,
    titleEn: text('titleEn') || undefined,
    text: text('text') || undefined,
    textEn: text('textEn') || undefined,
    responsibleOrganizationId: read('responsible', (words) => partyIn(words, ground)),
    indicators: read('indicators', listIn),
    serves: read('serves', (words) => servesIn(words, ground.frames, ground.implemented)),
    motive: text('motive') || undefined,
  };
  if (!said.title && measures.length === 0) issues.push({ column: 'title', code: 'import.goal-missing' });
  if (said.motive && text('serves') === '') issues.push({ column: 'motive', code: 'import.motive-without-goal' });
  issues.push(...contractIssues(said, measures));
  return {
    line,
    said,
    level: read('level', levelIn),
    parent: text('parent') || undefined,
    measures,
    issues: once(issues),
  };
}

function partyIn(words: string, { parties }: GoalGround): string | CellFault {
  const [party, another] = parties.get(fold(words)) ?? [];
  if (another) return new CellFault('import.several-parties');
  return party ?? new CellFault('import.unknown-party');
}

/** What the contract says of the same words when they are typed. */
function contractIssues(said: GoalSaid, measures: ReadGoal['measures']): GoalIssue[] {
  const { title, titleEn, text, textEn, indicators, motive, serves } = said;
  const content = Object.fromEntries(
    Object.entries({ title, titleEn, text, textEn, indicators }).filter(([, value]) => value !== undefined),
  );
  const found = GoalChange.safeParse(content).error?.issues ?? [];
  const issues: GoalIssue[] = found.map((issue) => ({
    column: columnOf[String(issue.path[0])] ?? null,
    code: codeOf(issue.code),
  }));
  for (const measure of measures)
    for (const issue of GoalChange.safeParse({ title: measure.title }).error?.issues ?? [])
      issues.push({ column: 'measures', code: codeOf(issue.code) });
  const links = (serves ?? []).map((frameGoalId) => ({ frameGoalId, motive: motive ?? null }));
  for (const issue of GoalLinks.safeParse({ links }).error?.issues ?? [])
    issues.push({ column: issue.path.includes('motive') ? 'motive' : 'serves', code: codeOf(issue.code) });
  return issues;
}

const codeOf = (code: string): string =>
  code === 'too_big' ? 'field.too-long' : code === 'too_small' ? 'field.too-short' : 'field.wrong-form';

const once = (issues: GoalIssue[]): GoalIssue[] =>
  issues.filter((one, at) => issues.findIndex(({ column, code }) => column === one.column && code === one.code) === at);
