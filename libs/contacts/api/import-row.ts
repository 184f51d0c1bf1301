// One row of a sheet: what it says, what is wrong with it, and what it would change. Pure: it is given all it needs to know.
import {
  type ContactColumn,
  ContactInput,
  type ContactSubject,
  HolderInput,
  type ContactVisibility,
  type Naming,
} from '@samverkan/contacts/contract';
import {
  CellFault,
  type SheetCell,
  type UnsafeCell,
  dayIn,
  fold,
  municipalitiesIn,
  textOf,
  unsafeCells,
} from '@samverkan/shared/api';
import { mailboxIn, phoneIn, subjectsIn, visibilityIn, yesOrNo } from './import-cells';

/** What rows are read against. */
export interface ImportGround {
  today: string;
  /** Every name of the acting organisation, folded. */
  ownNames: ReadonlySet<string>;
  municipalities: ReadonlyMap<string, string>;
  synonyms: ReadonlyMap<ContactSubject, ReadonlySet<string>>;
  /** Colleagues by folded name, where only one is called so. */
  colleagues: ReadonlyMap<string, string>;
}

/** What a row says of a function. Undefined where its cell is empty or there is no column: nothing is said then. */
export interface Said {
  title?: string;
  subjects?: ContactSubject[];
  municipalityCodes?: string[];
  mailbox?: string;
  phone?: string;
  visibility?: ContactVisibility;
  note?: string;
  holder?: HolderInput;
  deputy?: HolderInput;
}

export interface ReadRow {
  line: number;
  said: Said;
  issues: (UnsafeCell<ContactColumn> & { line?: number })[];
}

export interface Sheet {
  headings: string[];
  columns: (ContactColumn | null)[];
}

/** The field of the input that a column fills, for what the contract says of it. */
const columnOf: Record<string, ContactColumn> = {
  title: 'title',
  subjects: 'subjects',
  municipalityCodes: 'municipalities',
  mailbox: 'mailbox',
  phone: 'phone',
  visibility: 'visibility',
  note: 'note',
};

/** A day is no number of a person's, and figures in the column for telephones are telephones. */
const guarding = {
  passes: (column: ContactColumn | null, text: string) =>
    (column === 'from' || column === 'to') && !(dayIn(text) instanceof CellFault),
  asks: (column: ContactColumn) => column !== 'phone',
};

export function readRow(line: number, cells: readonly SheetCell[], sheet: Sheet, ground: ImportGround): ReadRow {
  const issues: ReadRow['issues'] = unsafeCells(cells, sheet.headings, sheet.columns, guarding);
  const cell = (column: ContactColumn): SheetCell | undefined => {
    const at = sheet.columns.indexOf(column);
    return at < 0 ? undefined : cells[at];
  };
  const text = (column: ContactColumn) => textOf(cell(column));
  const read = <T>(column: ContactColumn, meaning: (words: string) => T | CellFault): T | undefined => {
    const words = text(column);
    if (words === '') return undefined;
    const value = meaning(words);
    if (!(value instanceof CellFault)) return value;
    issues.push({ column, code: value.code });
    return undefined;
  };
  const organization = text('organization');
  if (organization !== '' && !ground.ownNames.has(fold(organization)))
    issues.push({ column: 'organization', code: 'import.other-organization' });
  if (text('title') === '') issues.push({ column: 'title', code: 'import.title-missing' });
  const said: Said = defined({
    title: read('title', (words) => words),
    subjects: read('subjects', (words) => subjectsIn(words, ground.synonyms)),
    municipalityCodes: read('municipalities', (words) => municipalitiesIn(words, ground.municipalities)),
    mailbox: read('mailbox', mailboxIn),
    phone: read('phone', () => phoneIn(cell('phone'))),
    visibility: read('visibility', visibilityIn),
    note: read('note', (words) => words),
    ...holders(text, read, issues, ground),
  });
  const { holder: _holder, deputy: _deputy, ...content } = said;
  const valid = ContactInput.safeParse({ title: 'Funktion', visibility: 'county', ...content });
  for (const issue of valid.error?.issues ?? []) {
    const column = columnOf[String(issue.path[0])] ?? null;
    const code =
      issue.code === 'too_big' ? 'field.too-long' : issue.code === 'too_small' ? 'field.too-short' : 'field.wrong-form';
    issues.push({ column, code });
  }
  return { line, said, issues: once(issues) };
}

function holders(
  text: (column: ContactColumn) => string,
  read: <T>(column: ContactColumn, meaning: (words: string) => T | CellFault) => T | undefined,
  issues: ReadRow['issues'],
  ground: ImportGround,
): Pick<Said, 'holder' | 'deputy'> {
  const inside = read('functionOnly', yesOrNo) ?? false;
  const [validFrom, validTo] = [read('from', dayIn) ?? null, read('to', dayIn) ?? null];
  const naming: Naming = inside ? 'function_only' : 'named';
  const of = (column: 'holder' | 'deputy', period: object): HolderInput | undefined => {
    const name = text(column);
    if (name === '' && !(column === 'holder' && inside)) return undefined;
    const userId = ground.colleagues.get(fold(name)) ?? null;
    const who = name === '' ? { naming: 'unnamed' as const } : { naming, ...(userId ? { userId } : { name }) };
    const result = HolderInput.safeParse({ ...who, ...period, deputy: column === 'deputy' });
    if (result.success) return result.data;
    const late = result.error.issues.some(({ path }) => path[0] === 'validTo');
    issues.push(late ? { column: 'to', code: 'holder.ends-before-it-begins' } : { column, code: 'field.wrong-form' });
    return undefined;
  };
  const holder = of('holder', { validFrom, validTo });
  const deputy = of('deputy', {});
  if (text('holder') === '' && !inside)
    for (const column of ['from', 'to'] as const)
      if (text(column) !== '') issues.push({ column, code: 'import.period-without-holder' });
  return { ...(holder ? { holder } : {}), ...(deputy ? { deputy } : {}) };
}

const defined = <T extends object>(of: T) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

const once = (issues: ReadRow['issues']) =>
  issues.filter((one, at) => issues.findIndex(({ column, code }) => column === one.column && code === one.code) === at);
