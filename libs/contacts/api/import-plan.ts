// Rows against the functions there are: which are new, which change what, and which are about the same thing twice. Pure.
import type { ContactColumn, ContactImportRow, HolderInput, Naming } from '@samverkan/contacts/contract';
import { fold, shownCell } from '@samverkan/shared/api';
import type { ReadRow, Said } from './import-row';

export interface OwnHolder {
  id: string;
  name: string | null;
  userId: string | null;
  naming: Naming;
  validFrom: string;
  validTo: string | null;
}

/** A function of the acting organisation that is in use, as the import needs it. */
export interface OwnFunction {
  id: string;
  version: number;
  title: string;
  subjects: string[];
  municipalityCodes: string[];
  mailbox: string | null;
  phone: string | null;
  visibility: string;
  note: string;
  holder: OwnHolder | null;
  deputies: OwnHolder[];
}

export interface Planned {
  row: ContactImportRow;
  said: Said;
  own: OwnFunction | null;
}

/** What a function is known by; a cell that is wrong in itself is nobody's. */
const keysOf = ({ said, issues }: ReadRow): [mailbox: string, title: string] => {
  const isRight = (column: string) => !issues.some((issue) => issue.column === column);
  return [
    said.mailbox && isRight('mailbox') ? `m:${said.mailbox}` : '',
    said.title && isRight('title') ? `t:${fold(said.title)}` : '',
  ];
};

/** The plan for all rows, in their order. */
export function planOf(rows: readonly ReadRow[], functions: readonly OwnFunction[], today: string): Planned[] {
  const byKey = new Map<string, OwnFunction[]>();
  for (const one of functions)
    for (const at of [one.mailbox ? `m:${one.mailbox.toLowerCase()}` : '', `t:${fold(one.title)}`])
      if (at) byKey.set(at, [...(byKey.get(at) ?? []), one]);
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const { line, said, issues } = row;
    const [mailbox, title] = keysOf(row);
    const wrong = [...issues];
    const own = matched(byKey.get(mailbox) ?? [], byKey.get(title) ?? []);
    if (own === 'several') wrong.push({ column: 'mailbox', code: 'import.matches-several' });
    const target = own === 'several' ? null : own;
    const earlier = [mailbox, title, target ? `f:${target.id}` : '']
      .filter(Boolean)
      .map((at) => [at, lines.get(at)] as const);
    const twice = earlier.find(([, before]) => before !== undefined);
    if (twice)
      wrong.push({
        column: twice[0].startsWith('m:') ? 'mailbox' : 'title',
        code: 'import.twice-in-file',
        line: twice[1] ?? 0,
      });
    for (const [at] of earlier) if (!lines.has(at)) lines.set(at, line);
    if (target && said.holder && isTooSoon(target.holder, said.holder, today))
      wrong.push({ column: 'from', code: 'holder.began-the-same-day' });
    const fields = target && wrong.length === 0 ? changedIn(said, target) : [];
    const outcome = wrong.length > 0 ? 'wrong' : !target ? 'new' : fields.length > 0 ? 'changed' : 'same';
    return {
      said,
      own: target,
      row: {
        line,
        outcome,
        title: shownCell(said.title ?? '', 500),
        functionId: target?.id ?? null,
        fields,
        issues: wrong,
      },
    };
  });
}

function matched(byMailbox: readonly OwnFunction[], byTitle: readonly OwnFunction[]): OwnFunction | null | 'several' {
  const both = byMailbox.filter((one) => byTitle.includes(one));
  const [one, another] = both.length > 0 ? both : byMailbox.length > 0 ? byMailbox : byTitle;
  return another ? 'several' : (one ?? null);
}

export const isSamePerson = (holder: OwnHolder, said: HolderInput): boolean =>
  said.userId !== null
    ? holder.userId === said.userId
    : said.name === null
      ? holder.name === null
      : holder.name !== null && fold(holder.name) === fold(said.name);

const isTooSoon = (holder: OwnHolder | null, said: HolderInput, today: string): boolean =>
  holder !== null && !isSamePerson(holder, said) && holder.validFrom >= (said.validFrom ?? today);

export const isHolderChanged = (holder: OwnHolder, said: HolderInput): boolean =>
  holder.naming !== said.naming ||
  (said.validFrom !== null && said.validFrom !== holder.validFrom) ||
  (said.validTo !== null && said.validTo !== holder.validTo);

/** The columns whose words differ from what stands. */
function changedIn(said: Said, own: OwnFunction): ContactColumn[] {
  const same = (a: readonly string[], b: readonly string[]) => String([...a].sort()) === String([...b].sort());
  const columns: (ContactColumn | false)[] = [
    said.title !== undefined && said.title !== own.title && 'title',
    said.subjects !== undefined && !same(said.subjects, own.subjects) && 'subjects',
    said.municipalityCodes !== undefined && !same(said.municipalityCodes, own.municipalityCodes) && 'municipalities',
    said.mailbox !== undefined && said.mailbox !== own.mailbox?.toLowerCase() && 'mailbox',
    said.phone !== undefined && said.phone !== own.phone && 'phone',
    said.visibility !== undefined && said.visibility !== own.visibility && 'visibility',
    said.note !== undefined && said.note !== own.note && 'note',
    said.holder !== undefined &&
      (!own.holder || !isSamePerson(own.holder, said.holder) || isHolderChanged(own.holder, said.holder)) &&
      'holder',
    said.deputy !== undefined && !own.deputies.some((one) => said.deputy && isSamePerson(one, said.deputy)) && 'deputy',
  ];
  return columns.filter((column) => column !== false);
}
