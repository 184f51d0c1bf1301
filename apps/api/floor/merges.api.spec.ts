// Two parties become one: whatever an area keeps of a party follows. What there is to follow is asked of PostgreSQL's own catalogue, so that a
// table that nobody moves is found the day it comes.
import { type Client, type TestApp, testApp } from '@samverkan/testing';

/** Where a party stays what it was, and why. */
const stays: Readonly<Record<string, string>> = {
  'audience.organization_id': 'is whom a level means; what moves has the audience of its new owner',
  'audit.organization_id': 'tells who did what when it was done',
  'change_log.organization_id': 'tells for whom it was done when it was done',
  'contact_refusal.organization_id': 'is copied: who says no thanks to the one has said it to the other',
  'digest_told.organization_id': 'is what the last letter told of what waits; the next one is about the other',
  'digest_mark.organization_id': 'is when the last letter left; the next one is about the other',
  'erasure_request.decided_for': 'tells for whom it was decided when it was decided',
  'event.organization_id': 'tells for whom it was done when it was done',
  'idempotency.organization_id': 'lasts a day',
  'organization.merged_into_id': 'what was merged into it leads on to it, and it leads on in turn',
  'organization.registrar_id': 'is a county board, municipality or region, which are never merged',
  'organization_county.organization_id': 'is told on the page that leads on',
  'organization_hidden_text.organization_id': 'is the party’s own text, which waits for clean words',
  'organization_merge.from_id': 'is the merger',
  'organization_merge.into_id': 'is the merger',
  'organization_municipality.organization_id': 'is told on the page that leads on',
  'organization_name.organization_id': 'is copied: its names are also the other’s',
  'faq.organization_id': 'is a county board, which is never merged',
  'publication_owning.organization_id': 'is a county board, which is never merged',
  'publication_owning.by_organization_id': 'is a county board, which is never merged',
  'question.handler_organization_id': 'is a county board, which is never merged',
  'question_bundle.board_id': 'is a county board, which is never merged',
  'support_request.handler_organization_id': 'is a county board, which is never merged',
  'term_answer.organization_id': 'is a county board, which is never merged',
  'term_proposal.organization_id': 'is a county board, which is never merged',
  'organization_past.organization_id': 'is told on the page that leads on',
  'presence.organization_id': 'lasts ten seconds',
};

interface Place {
  name: string;
  column: string;
  /** The columns a row must have, by type, and the tables they refer to where those have a party of their own. */
  required: Record<string, string>;
  parents: Record<string, string>;
}

/** Every column that holds a party: what refers to one, and what is called so where history must outlive it. */
const places = `
  with columns as (select c.oid, c.relname as name, a.attnum, a.attname, a.atttypid,
      a.attnotnull and a.attidentity = '' and a.attgenerated = '' and not exists (select from pg_attrdef d
        where d.adrelid = c.oid and d.adnum = a.attnum and pg_get_expr(d.adbin, d.adrelid) not like 'ctx\\_%') as required,
      (select k.confrelid from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1) as target
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'samverkan'::regnamespace and c.relkind = 'r')
  select name, attname as column,
    (select coalesce(jsonb_object_agg(r.attname, format_type(r.atttypid, null)), '{}') from columns r where r.oid = p.oid and r.required) as required,
    (select coalesce(jsonb_object_agg(r.attname, t.name), '{}') from columns r join columns t on t.oid = r.target and t.attname = 'organization_id'
      where r.oid = p.oid and r.required) as parents
  from columns p where atttypid = 'uuid'::regtype and (attname like '%organization_id' or target = 'organization'::regclass) order by name, attname`;

const anything: Readonly<Record<string, string>> = {
  uuid: 'new_id()',
  text: `'Övning'`,
  date: 'today()',
  jsonb: `'{}'`,
  bytea: `'x'`,
  smallint: '2',
  integer: '1',
  boolean: 'true',
  'timestamp with time zone': 'now()',
  'text[]': `'{}'`,
  'uuid[]': `'{}'`,
};

let app: TestApp;
let chief: Client;
beforeAll(async () => {
  app = await testApp();
  chief = await app.someone('county_admin', 'county_board:22');
});
afterAll(() => app.close());

const partyOf = async (where: string) => {
  const [party] = await app.sql<{ id: string }>(`select id from organization where ${where}`);
  return party?.id ?? '';
};

/** Sees to it that the party stands in the place: another's row is made its own, or one is made. */
async function plant({ name, column, required, parents }: Place, party: string): Promise<void> {
  const fields = Object.entries({ ...required, [column]: '' });
  const value = ([field, type]: [string, string]) => {
    if (field === column) return `'${party}'`;
    const parent = parents[field];
    return parent ? `(select id from ${parent} where organization_id = '${party}' limit 1)` : anything[type];
  };
  await app.sql(`do $$
    declare
      k record;
    begin
      if exists (select from ${name} where ${column} = '${party}') then return; end if;
      alter table ${name} disable trigger user;
      for k in select conname from pg_constraint where conrelid = '${name}'::regclass and contype in ('f', 'c') loop
        execute format('alter table ${name} drop constraint %I', k.conname);
      end loop;
      if exists (select from ${name}) and '${Object.keys(parents).join()}' = ''
      then update ${name} set ${column} = '${party}' where ctid = (select min(ctid) from ${name});
      else insert into ${name} (${fields.map(([field]) => field).join(', ')}) values (${fields.map(value).join(', ')}); end if;
      alter table ${name} enable trigger user;
    end $$`);
}

it('leaves nothing of the one behind in any area, and gives all of it back when they are two again', async () => {
  const lyktan = await partyOf(`name = 'Kvinnojouren Lyktan'`);
  const jour = { name: 'Ådalens jour', kind: 'civil_society', countyCodes: ['22'] };
  const other = (await chief.post<{ id: string }>('/api/organizations', jour)).body.id;
  const all = await app.sql<Place>(places);
  const moving = all.filter(({ name, column }) => !stays[`${name}.${column}`]);
  expect(Object.keys(stays).filter((place) => !all.some(({ name, column }) => `${name}.${column}` === place))).toEqual(
    [],
  );

  for (const place of moving) await plant(place, lyktan);
  const held = async () => {
    const counts = await Promise.all(
      moving.map(async ({ name, column }) => {
        const [row] = await app.sql<{ n: number }>(`select count(*)::int as n from ${name} where ${column} = $1`, [
          lyktan,
        ]);
        return [`${name}.${column}`, row?.n] as const;
      }),
    );
    return Object.fromEntries(counts.filter(([, n]) => n));
  };
  const before = await held();
  expect(Object.keys(before)).toEqual(moving.map(({ name, column }) => `${name}.${column}`));

  expect((await chief.post(`/api/organizations/${lyktan}/merges`, { intoId: other })).status).toBe(200);
  expect(await held()).toEqual({});
  expect((await chief.post(`/api/organizations/${lyktan}/merges/undo`)).status).toBe(200);
  expect(await held()).toEqual(before);
});

it('is done by functions that move and put back nothing outside a merge, whoever asks', async () => {
  const functions = await app.sql<{ name: string; arguments: number }>(
    `select proname as name, pronargs as arguments from pg_proc where pronamespace = 'samverkan'::regnamespace and prosrc like '%perform require_merge(%'`,
  );
  const [one, two] = [await partyOf(`key = 'municipality:2282'`), await partyOf(`key = 'municipality:2283'`)];
  for (const { name, arguments: many } of functions)
    await expect(app.sql(`select ${name}($1, $2${many === 3 ? ', null' : ''})`, [one, two])).rejects.toThrow(
      'No merge of these two',
    );
  expect(functions.length).toBeGreaterThanOrEqual(20);
});
