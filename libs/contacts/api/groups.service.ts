import {
  ContactChoice,
  type ContactGroup,
  type ContactGroupChange,
  type ContactGroupInput,
  type ContactGroups,
} from '@samverkan/contacts/contract';
import { Db, Ledger, conflict, moment, notFound, refuseChanged } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { swedish } from './contact.sql';
import type { ContactsWanted } from './contacts.query';

const fields = `json_build_object('id', g.id, 'name', g.name, 'choice', g.choice, 'picked', cardinality(g.function_ids), 'functionIds', to_json(g.function_ids),
  'changedAt', ${moment('g.changed_at')}, 'version', g.version) as content`;
/** Its own organisation's alone, which row-level security says too. */
const own = 'g.organization_id = ctx_org()';

/** The acting organisation's groups of recipients. What is in one is read under the rights of whoever opens it. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async list(): Promise<ContactGroups> {
    const rows = await this.db.query<{ content: ContactGroup }>(
      `select ${fields} from contact_group g where ${own} and g.removed_at is null order by g.name ${swedish}, g.id`,
    );
    return { items: rows.map(({ content }) => content) };
  }

  async open(id: string): Promise<ContactGroup> {
    const row = await this.db.one<{ content: ContactGroup }>(
      `select ${fields} from contact_group g where g.id = $1 and ${own} and g.removed_at is null`,
      [id],
    );
    if (!row) throw notFound();
    return row.content;
  }

  async add({ name, choice, functionIds }: ContactGroupInput): Promise<ContactGroup> {
    const row = await this.db.one<{ id: string }>(
      'insert into contact_group (name, choice, function_ids) values ($1, $2, $3) returning id',
      [name, choice && JSON.stringify(inAddress(choice)), functionIds && [...new Set(functionIds)]],
    );
    if (!row) throw notFound();
    await this.ledger.audited('contacts.group-saved', 'contacts', row.id);
    return this.open(row.id);
  }

  /** Another name, or others in it. Read at an older version it still goes through when nobody has changed the same. */
  async change(id: string, version: number, { name, functionIds }: ContactGroupChange): Promise<ContactGroup> {
    const group = await this.open(id);
    if (functionIds && group.functionIds === null) throw conflict('group.is-a-choice');
    const sent = { name, functionIds: functionIds && [...new Set(functionIds)] };
    const differs = (['name', 'functionIds'] as const).filter(
      (field) => sent[field] !== undefined && String(sent[field]) !== String(group[field]),
    );
    if (version !== group.version) await this.refuseSameFields(group, version, differs);
    if (differs.length === 0) return group;
    await this.write(
      id,
      'removed_at is null and version = $2',
      'name = coalesce($3, name), function_ids = coalesce($4::uuid[], function_ids)',
      [group.version, sent.name ?? null, sent.functionIds ?? null],
    );
    await this.ledger.changed(
      { area: 'contacts', objectId: id, visibility: 'own' },
      group.version + 1,
      differs.map((field) => ({ field, before: null, after: null })),
    );
    if (differs.includes('name')) await this.ledger.audited('contacts.group-renamed', 'contacts', id);
    if (differs.includes('functionIds')) await this.ledger.audited('contacts.group-changed', 'contacts', id);
    return this.open(id);
  }

  /** Out of the list; it can be put back. */
  async remove(id: string): Promise<ContactGroup> {
    const group = await this.open(id);
    await this.write(id, 'removed_at is null', 'removed_at = clock_timestamp()');
    await this.ledger.audited('contacts.group-removed', 'contacts', id);
    return { ...group, version: group.version + 1 };
  }

  async restore(id: string): Promise<ContactGroup> {
    const there = await this.db.one(`select 1 as there from contact_group g where g.id = $1 and ${own}`, [id]);
    if (!there) throw notFound();
    await this.write(id, 'removed_at is not null', 'removed_at = null');
    await this.ledger.audited('contacts.group-restored', 'contacts', id);
    return this.open(id);
  }

  /** What a group means, as it is asked of the directory. */
  async meant(id: string): Promise<Omit<ContactsWanted, 'page' | 'size' | 'sort' | 'order'>> {
    const row = await this.db.one<{ choice: unknown; ids: string[] | null }>(
      `select g.choice, g.function_ids as ids from contact_group g where g.id = $1 and ${own} and g.removed_at is null`,
      [id],
    );
    if (!row) throw notFound();
    return row.ids ? { scope: 'all', only: row.ids } : ContactChoice.parse(row.choice);
  }

  /** Where its history lacks a version (it was taken away and put back, or changed before there was one) whatever differs clashes. */
  private async refuseSameFields(group: ContactGroup, seen: number, differs: readonly string[]): Promise<void> {
    const since = await this.db.query<{ field: string }>('select contact_group_fields_since($1, $2) as field', [
      group.id,
      seen,
    ]);
    refuseChanged(
      { seen, now: group.version },
      differs,
      group,
      since.map(({ field }) => field),
    );
  }

  private async write(id: string, when: string, set: string, values: readonly unknown[] = []): Promise<void> {
    const done = await this.db.query(
      `update contact_group set ${set}, version = version + 1, changed_at = clock_timestamp()
       where id = $1 and ${when} returning id`,
      [id, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
  }
}

/** The choice in the words of the list's address, without what is not chosen. */
const inAddress = (choice: ContactChoice): Record<string, string> =>
  Object.fromEntries(
    Object.entries(choice)
      .filter(([, value]) => value !== undefined && value !== false && String(value) !== '')
      .map(([name, value]) => [name, String(value)]),
  );
