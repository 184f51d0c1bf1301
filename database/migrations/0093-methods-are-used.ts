import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const boards = `('county_staff', 'county_admin')`;

/** Who uses a method, how many they have trained, and the actions that are about it. */
export class MethodsAreUsed1763900000093 implements MigrationInterface {
  name = 'MethodsAreUsed1763900000093';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(trained);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function method_trained_on(uuid, text), method_use_trained_on(uuid);
      drop table method_action, method_trained, method_use;
    `);
  }
}

const tables = `
  create table method_use (
    id uuid primary key default new_id(),
    method_id uuid not null references method (id) on delete cascade,
    organization_id uuid not null default ctx_org() references organization (id),
    since date not null,
    ended_on date,
    municipality_codes text[] not null default '{}',
    target_groups text[] not null default '{}',
    professions text[] not null default '{}',
    note text not null default '',
    trained_of integer check (trained_of > 0),
    trained_source text not null default '',
    outside text[] not null default '{}',
    reason text not null default '',
    demo boolean not null default false,
    hidden_at timestamptz,
    said_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    constraint method_use_says_why check (outside = '{}' or reason <> '')
  );
  comment on table method_use is 'A party says itself that it uses the method.';
  comment on column method_use.outside is 'In what it lay outside the method''s purpose when that was said; reason is why all the same.';
  create index method_use_method on method_use (method_id);
  create index method_use_organization on method_use (organization_id);

  create table method_trained (
    id uuid primary key default new_id(),
    use_id uuid not null references method_use (id) on delete cascade,
    profession text,
    municipality_code text references municipality (code),
    trained_on date not null,
    count integer not null check (count > 0),
    constraint method_trained_once unique nulls not distinct (use_id, profession, municipality_code, trained_on)
  );
  comment on table method_trained is 'Counts and nobody''s name, as the party says. Small ones are kept from readers by the one place that shows them.';

  create table method_action (
    id uuid primary key default new_id(),
    method_id uuid not null references method (id) on delete cascade,
    action_id uuid not null references action (id) on delete cascade,
    organization_id uuid not null default ctx_org() references organization (id),
    professions text[] not null default '{}',
    outside text[] not null default '{}',
    reason text not null default '',
    tied_on date not null default today(),
    ended_on date,
    hidden_at timestamptz,
    constraint method_action_says_why check (outside = '{}' or reason <> '')
  );
  comment on table method_action is 'The action is about the method. What is ended stays, with why it was chosen.';
  create unique index method_action_once on method_action (method_id, action_id) where ended_on is null and hidden_at is null;
  create index method_action_action on method_action (action_id);
  create index method_action_organization on method_action (organization_id);

  select secure_table('method_use'), secure_table('method_trained'), secure_table('method_action');
`;

const purged = (
  table: string,
) => `${table}.id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = ${table}.id
    and s.ended_at is null and may_purge(s.owner_ids, s.county_codes))`;

/** Who edits the action names its methods. */
const edits = `exists (select from action a where a.id = action_id and (select ctx_role()) in ${writes} and ((select ctx_org()) = any (a.owner_ids)
    or (select ctx_role()) in ${boards} and a.visibility >= 2 and a.county_codes && ctx_counties()))`;

const rights = `
  create policy read on method_use for select to samverkan_app using (
    (hidden_at is null or ${purged('method_use')}) and exists (select from method m where m.id = method_id));
  grant insert (method_id, since, municipality_codes, target_groups, professions, note, trained_of, trained_source, outside, reason),
    update (since, ended_on, municipality_codes, target_groups, professions, note, trained_of, trained_source, outside, reason, version) on method_use to samverkan_app;
  create policy say on method_use for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and (select ctx_role()) in ${writes} and not demo and hidden_at is null
    and exists (select from method m where m.id = method_id and m.status = 'published'));
  create policy change on method_use for update to samverkan_app
    using (organization_id = (select ctx_org()) and (select ctx_role()) in ${writes} and hidden_at is null);

  create policy read on method_trained for select to samverkan_app using (exists (select from method_use u where u.id = use_id));
  grant insert (use_id, profession, municipality_code, trained_on, count), delete on method_trained to samverkan_app;
  create policy enter on method_trained for insert to samverkan_app with check (
    exists (select from method_use u where u.id = use_id and u.organization_id = (select ctx_org()) and (select ctx_role()) in ${writes}));
  create policy take_out on method_trained for delete to samverkan_app using (
    exists (select from method_use u where u.id = use_id and u.organization_id = (select ctx_org()) and (select ctx_role()) in ${writes}));

  create policy read on method_action for select to samverkan_app using (case when hidden_at is null
    then (select ctx_role()) is not null and (select ctx_role()) <> 'system_admin' and exists (select from action a where a.id = action_id)
      and exists (select from method m where m.id = method_id)
    else ${purged('method_action')} end);
  grant insert (method_id, action_id, professions, outside, reason), update (ended_on) on method_action to samverkan_app;
  create policy tie on method_action for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and hidden_at is null and ${edits} and exists (select from method m where m.id = method_id and m.status = 'published'));
  create policy change on method_action for update to samverkan_app using (hidden_at is null and ${edits});
`;

const trained = `
  -- The latest day somebody in the municipality is known to have been trained: in a training that gives the method, or as a party there says. As the reader may see.
  create function method_trained_on(method uuid, municipality text) returns date language sql stable as $$
    select max(x.day) from (
      select t.trained_on as day from method_use u join method_trained t on t.use_id = u.id
        where u.method_id = method and u.ended_on is null and t.municipality_code = municipality
      union all select coalesce(s.last_day, s.day) from method_offer g join offer_reach e on e.offer_id = g.offer_id join offer_session s on s.id = e.session_id
        where g.method_id = method and e.municipality_code = municipality and coalesce(s.last_day, s.day) <= today()) x $$;
  -- The same of a party that uses it: what it says itself, and of a municipality what the trainings have counted there.
  create function method_use_trained_on(used uuid) returns date language sql stable as $$
    select max(x.day) from (
      select t.trained_on as day from method_trained t where t.use_id = used
      union all select coalesce(s.last_day, s.day) from method_use u join organization o on o.id = u.organization_id and o.kind = 'municipality'
        join method_offer g on g.method_id = u.method_id join offer_reach e on e.offer_id = g.offer_id and e.municipality_code = any (u.municipality_codes)
        join offer_session s on s.id = e.session_id
        where u.id = used and coalesce(s.last_day, s.day) <= today()) x $$;
`;
