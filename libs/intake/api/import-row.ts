// One row of a sheet of actions: what it says and what is wrong with it. Pure: it is given all it needs to know.
import { statusWords, visibilityWords } from '@samverkan/actions/api';
import { ActionInput, type ActionStatus } from '@samverkan/actions/contract';
import { type ImportColumn, hitsOf } from '@samverkan/intake/contract';
import {
  CellFault,
  type SheetCell,
  type UnsafeCell,
  dayIn,
  fold,
  isWholeCounty,
  municipalitiesIn,
  partsOf,
  textOf,
  unsafeCells,
} from '@samverkan/shared/api';
import {
  type Vocabularies,
  type VocabularyName,
  codeToday,
  termsOf,
  wordsByCode,
} from '@samverkan/vocabularies/contract';

/** What rows are read against. */
export interface ImportGround {
  /** Every name of the acting organisation, folded. */
  ownNames: ReadonlySet<string>;
  municipalities: ReadonlyMap<string, string>;
  /** Those of the acting organisation's counties. */
  county: readonly string[];
  /** By the ways in which each can be written; null where several can be meant. */
  goals: ReadonlyMap<string, string | null>;
  parties: ReadonlyMap<string, string>;
  functions: ReadonlyMap<string, string>;
  lists: Vocabularies;
}

export interface ReadAction {
  line: number;
  title: string;
  /** Null as long as anything is wrong. */
  input: ActionInput | null;
  status: ActionStatus;
  reason: string;
  startsOn: string | null;
  endsOn: string | null;
  /** Others own it too. */
  joint: boolean;
  issues: (UnsafeCell<ImportColumn> & { line?: number })[];
}

type Words<C extends string> = Record<C, Record<'sv' | 'en', string>>;

/** A code by its word in either language, or by itself. */
function codeIn<C extends string>(text: string, words: Words<C>): C | CellFault {
  const codes = Object.keys(words) as C[];
  const exact = codes.find((code) => [code, fold(words[code].sv), fold(words[code].en)].includes(fold(text)));
  return exact ?? new CellFault('import.unknown-word');
}
/** A term in use by its word in either language, by its code, or by the one synonym that the words hold; what was merged is its successor. */
function termIn(text: string, lists: Vocabularies, name: VocabularyName): string | CellFault {
  const exact = termsOf(lists, name)
    .filter(({ code, sv, en }) => [code, fold(sv), fold(en)].includes(fold(text)))
    .map(({ code }) => codeToday(lists, name, code));
  const found = exact.find((code) => code !== null);
  if (found) return found;
  if (exact.length > 0) return new CellFault('import.retired-word');
  const [one, another] = hitsOf(text, wordsByCode(lists, name));
  return one && !another ? one.code : new CellFault('import.unknown-word');
}
function termsIn(text: string, lists: Vocabularies, name: VocabularyName): string[] | CellFault {
  const found = partsOf(text, /[;,\n]/).map((part) => termIn(part, lists, name));
  return found.find((one) => one instanceof CellFault) ?? [...new Set(found as string[])];
}
function goalsIn(text: string, goals: ImportGround['goals']): string[] | CellFault {
  const found = partsOf(text, /[;\n]/).map((part) => goals.get(fold(part)) ?? null);
  return found.includes(null) ? new CellFault('import.unknown-goal') : [...new Set(found as string[])];
}

const columnOf: Record<string, ImportColumn> = {
  municipalityCodes: 'municipalities',
  goalIds: 'goals',
  partnerNames: 'partners',
  partnerIds: 'partners',
};
/** A day is no number of a person's. */
const guarding = {
  passes: (column: ImportColumn | null, text: string) =>
    (column === 'startsOn' || column === 'endsOn') && !(dayIn(text) instanceof CellFault),
};

export function readRow(
  line: number,
  cells: readonly SheetCell[],
  sheet: { headings: string[]; columns: (ImportColumn | null)[] },
  ground: ImportGround,
): ReadAction {
  const issues: ReadAction['issues'] = unsafeCells(cells, sheet.headings, sheet.columns, guarding);
  const text = (column: ImportColumn) => textOf(cells[sheet.columns.indexOf(column)]);
  const read = <T>(column: ImportColumn, meaning: (words: string) => T | CellFault): T | undefined => {
    const words = text(column);
    if (words === '') return undefined;
    const value = meaning(words);
    if (!(value instanceof CellFault)) return value;
    issues.push({ column, code: value.code });
    return undefined;
  };
  const title = text('title');
  if (title === '') issues.push({ column: 'title', code: 'import.title-missing' });
  if (text('kind') === '') issues.push({ column: 'kind', code: 'import.kind-missing' });
  const owners = partsOf(text('owners'), /[;\n]/).map(fold);
  if (owners.length > 0 && !owners.some((name) => ground.ownNames.has(name)))
    issues.push({ column: 'owners', code: 'import.other-organization' });
  const status = read('status', (words) => codeIn(words, statusWords)) ?? 'planned';
  const reason = text('cancelReason');
  if (status === 'cancelled' && reason.length < 3)
    issues.push({ column: 'cancelReason', code: 'import.reason-missing' });
  const visibility =
    read('visibility', (words) => codeIn(words, visibilityWords)) ?? (status === 'draft' ? 'own' : 'county');
  if (status === 'draft' && visibility !== 'own' && visibility !== 'participants')
    issues.push({ column: 'visibility', code: 'import.draft-stays-inside' });
  const [startsOn, endsOn] = [read('startsOn', dayIn) ?? null, read('endsOn', dayIn) ?? null];
  const partners = partsOf(text('partners'), /[;\n]/);
  const partyOf = (name: string) => ground.parties.get(fold(name));
  const responsible = text('responsibleFunction');
  const valid = ActionInput.safeParse({
    title: title || 'Insats',
    kind: read('kind', (words) => termIn(words, ground.lists, 'kind')) ?? 'other',
    status: status === 'draft' || status === 'ongoing' ? status : 'planned',
    visibility,
    startsOn,
    endsOn,
    description: text('description'),
    goalIds: read('goals', (words) => goalsIn(words, ground.goals)) ?? [],
    municipalityCodes:
      read('municipalities', (words) =>
        isWholeCounty(words) ? [...ground.county] : municipalitiesIn(words, ground.municipalities),
      ) ?? [],
    targetGroups: read('targetGroups', (words) => termsIn(words, ground.lists, 'targetGroup')) ?? [],
    forms: read('forms', (words) => termsIn(words, ground.lists, 'form')) ?? [],
    phases: read('phases', (words) => termsIn(words, ground.lists, 'phase')) ?? [],
    responsibleFunction: responsible || null,
    responsibleFunctionId: ground.functions.get(fold(responsible)) ?? null,
    partnerIds: partners.flatMap((name) => partyOf(name) ?? []),
    partnerNames: partners.filter((name) => !partyOf(name)),
  });
  for (const issue of valid.error?.issues ?? []) {
    const field = String(issue.path[0]);
    const code =
      issue.code === 'too_big' ? 'field.too-long' : issue.code === 'too_small' ? 'field.too-short' : 'field.wrong-form';
    issues.push({
      column: columnOf[field] ?? (field as ImportColumn),
      code: field === 'endsOn' ? 'action.ends-before-it-starts' : code,
    });
  }
  const wrong = issues.filter(
    (one, at) => issues.findIndex(({ column, code }) => column === one.column && code === one.code) === at,
  );
  return {
    line,
    title,
    input: wrong.length === 0 ? (valid.data ?? null) : null,
    status,
    reason,
    startsOn,
    endsOn,
    joint: owners.length > 1,
    issues: wrong,
  };
}
