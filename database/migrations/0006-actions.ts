import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Actions with their owners, partners, goals and updates, and who may see them. */
export class Actions1763900000006 implements MigrationInterface {
  name = 'Actions1763900000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(links);
    await runner.query(rights);
    await runner.query(search);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy event_of_action on event; drop policy history_of_action on change_log;
      drop table action_update, action_goal, action_partner, action_owner, action cascade;
      drop function action_links(), action_updated(), action_by_goals(uuid[]), action_by_owners(uuid[]), action_by_municipalities(text[]), action_by_text(text), new_reference(text), action_audience(smallint, uuid[], uuid[], text[]), action_fields_since(uuid, integer), could_read(smallint, uuid[], uuid[], text[]);
    `);
  }
}

const tables = `
  -- Six letters and figures drawn by chance: a running number would tell how many drafts others have. Drawn again while taken,
  -- which only a function that sees every action can know.
  create function new_reference(prefix text) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    drawn text;
  begin
    loop
      select prefix || '-' || to_char(now(), 'YYYY') || '-' || string_agg(substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (get_byte(b, i) % 28), 1), '') into drawn
        from (select uuid_send(gen_random_uuid()) as b) r, generate_series(10, 15) i;
      exit when not exists (select 1 from action a where a.reference = drawn);
    end loop;
    return drawn;
  end $$;

  create table action (
    id uuid primary key default new_id(),
    reference text not null unique default new_reference('I'),
    title text not null, description text not null default '',
    kind text not null check (kind in ('training', 'routine', 'method_introduction', 'campaign', 'network', 'project', 'support', 'other')),
    status text not null check (status in ('draft', 'planned', 'ongoing', 'paused', 'completed', 'cancelled')),
    status_since date not null default today(),
    paused_from text, cancel_reason text,
    starts_on date, ends_on date,
    -- 0 own, 1 participants, 2 county, 3 members, 4 public: an integer, because enum comparison is not leakproof.
    visibility smallint not null check (visibility between 0 and 4),
    responsible_function text,
    target_groups text[] not null default '{}', forms text[] not null default '{}', phases text[] not null default '{}',
    municipality_codes text[] not null default '{}', county_codes text[] not null default '{}',
    owner_ids uuid[] not null, partner_ids uuid[] not null default '{}', partner_names text[] not null default '{}',
    goal_ids uuid[] not null default '{}',
    demo boolean not null default false, last_update_on date,
    created_by uuid not null default ctx_user(), created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    constraint action_has_an_owner check (cardinality(owner_ids) > 0),
    constraint action_draft_stays_inside check (status <> 'draft' or visibility <= 1),
    constraint action_period check (ends_on is null or starts_on is null or ends_on >= starts_on)
  );
  comment on column action.owner_ids is 'Owners, partners and goals are written here; action_owner, action_partner and action_goal follow and hold the foreign keys.';
  -- Each sort of the list in both directions, with what has no day last.
  create index action_changed on action (changed_at, id);
  create index action_title on action (title collate "sv-SE-x-icu", id);
  create index action_ends on action (ends_on, id);
  create index action_ends_last on action (ends_on desc nulls last, id desc);
  create index action_starts on action (starts_on, id);
  create index action_starts_last on action (starts_on desc nulls last, id desc);
  create index action_status on action (status, changed_at desc);
  create index action_goals on action using gin (goal_ids);
  create index action_owners on action using gin (owner_ids);
  create index action_municipalities on action using gin (municipality_codes);

  create table action_update (
    id uuid primary key default new_id(),
    action_id uuid not null references action (id),
    happened_on date not null, done text not null, effect text, counts jsonb not null default '[]',
    organization_id uuid not null default ctx_org() references organization (id),
    user_id uuid not null default ctx_user(),
    created_at timestamptz not null default clock_timestamp(), removed_at timestamptz,
    version integer not null default 1
  );
  create index action_update_action on action_update (action_id, happened_on desc, created_at desc);
`;

const links = `
  create table action_owner (
    action_id uuid not null references action (id) on delete cascade, organization_id uuid not null references organization (id),
    since date not null default today(), primary key (action_id, organization_id));
  create index action_owner_organization on action_owner (organization_id);
  create table action_partner (
    action_id uuid not null references action (id) on delete cascade, organization_id uuid not null references organization (id),
    since date not null default today(), primary key (action_id, organization_id));
  create index action_partner_organization on action_partner (organization_id);
  create table action_goal (
    action_id uuid not null references action (id) on delete cascade, goal_id uuid not null references goal (id),
    since date not null default today(), primary key (action_id, goal_id));
  create index action_goal_goal on action_goal (goal_id);

  -- The row's lists become rows with foreign keys; a goal or organisation that does not exist stops the change.
  create function action_links() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    if tg_op = 'INSERT' or new.owner_ids is distinct from old.owner_ids then
      delete from action_owner where action_id = new.id and organization_id <> all (new.owner_ids);
      insert into action_owner (action_id, organization_id) select distinct new.id, x from unnest(new.owner_ids) x on conflict do nothing;
    end if;
    if tg_op = 'INSERT' or new.partner_ids is distinct from old.partner_ids then
      delete from action_partner where action_id = new.id and organization_id <> all (new.partner_ids);
      insert into action_partner (action_id, organization_id) select distinct new.id, x from unnest(new.partner_ids) x on conflict do nothing;
    end if;
    if tg_op = 'INSERT' or new.goal_ids is distinct from old.goal_ids then
      delete from action_goal where action_id = new.id and goal_id <> all (new.goal_ids);
      insert into action_goal (action_id, goal_id) select distinct new.id, x from unnest(new.goal_ids) x on conflict do nothing;
    end if;
    return null;
  end $$;
  create trigger action_links after insert or update on action for each row execute function action_links();

  create function action_updated() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    update action set changed_at = clock_timestamp(),
      last_update_on = (select max(u.happened_on) from action_update u where u.action_id = new.action_id and u.removed_at is null)
      where id = new.action_id;
    return null;
  end $$;
  create trigger action_updated after insert or update on action_update for each row execute function action_updated();
`;

const rights = `
  select secure_table('action'), secure_table('action_update'), secure_table('action_owner'), secure_table('action_partner'), secure_table('action_goal');
  grant insert, update on action, action_update to samverkan_app;

  create policy read on action for select to samverkan_app using (
    visibility = 4
    or (visibility = 3 and (select ctx_role()) is not null and (select ctx_role()) <> 'system_admin')
    or (visibility = 2 and (select ctx_role()) in ('coordinator', 'county_staff', 'county_admin') and county_codes && (select ctx_counties()))
    or (visibility = 1 and (select ctx_role()) in ('county_staff', 'county_admin') and county_codes && (select ctx_counties()))
    or (visibility >= 1 and (select ctx_org()) = any (partner_ids) and (select ctx_role()) <> 'system_admin')
    or ((select ctx_org()) = any (owner_ids) and (select ctx_role()) <> 'system_admin'));
  create policy log on action for insert to samverkan_app with check (
    (select ctx_org()) = any (owner_ids) and created_by = (select ctx_user())
    and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'));
  create policy change on action for update to samverkan_app using (
    ((select ctx_org()) = any (owner_ids) and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'))
    or (visibility >= 2 and (select ctx_role()) in ('county_staff', 'county_admin') and county_codes && (select ctx_counties())));

  create policy read on action_update for select to samverkan_app using (exists (select 1 from action a where a.id = action_id));
  create policy write on action_update for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and user_id = (select ctx_user()) and exists (select 1 from action a where a.id = action_id));
  create policy take_back on action_update for update to samverkan_app using (organization_id = (select ctx_org()));
  create policy read on action_owner for select to samverkan_app using (exists (select 1 from action a where a.id = action_id));
  create policy read on action_partner for select to samverkan_app using (exists (select 1 from action a where a.id = action_id));
  create policy read on action_goal for select to samverkan_app using (exists (select 1 from action a where a.id = action_id));

  -- History and news are read by those who may see the action now and could have seen it when the thing happened.
  create function could_read(level smallint, owners uuid[], partners uuid[], counties text[]) returns boolean language sql stable as $$
    select level = 4 or ctx_role() <> 'system_admin' and (
      level = 3 or ctx_org() = any (owners) or level >= 1 and ctx_org() = any (partners)
      or counties && ctx_counties() and (level >= 1 and ctx_role() in ('county_staff', 'county_admin') or level = 2 and ctx_role() = 'coordinator'))
  $$;
  create policy history_of_action on change_log for select to samverkan_app using (
    area = 'actions' and exists (select 1 from action a where a.id = object_id and could_read(level, a.owner_ids, a.partner_ids, a.county_codes)));
  create policy event_of_action on event for select to samverkan_app using (
    area = 'actions' and exists (select 1 from action a where a.id = object_id and could_read(level, a.owner_ids, a.partner_ids, a.county_codes)));

  -- Names of the fields changed since a version, history the asker may not read included: else she would overwrite unseen.
  create function action_fields_since(action uuid, seen integer) returns setof text language sql stable security definer set search_path from current as $$
    select distinct field from change_log where area = 'actions' and object_id = action and version > seen
  $$;
  revoke execute on function action_fields_since(uuid, integer) from public;
  grant execute on function action_fields_since(uuid, integer) to samverkan_app;
`;

// Candidate functions see everything but return ids only; row-level security then filters. Array and text operators are not
// leakproof, so under row-level security alone they could not use their indexes.
const search = `
  alter table action add column words tsvector generated always as (
    setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', description), 'B')) stored;
  create index action_words on action using gin (words);
  create index action_title_trigram on action using gin (title gin_trgm_ops);

  create function action_by_goals(uuid[]) returns setof uuid language sql stable security definer set search_path from current as $$ select id from action where goal_ids && $1 $$;
  create function action_by_owners(uuid[]) returns setof uuid language sql stable security definer set search_path from current as $$ select id from action where owner_ids && $1 $$;
  create function action_by_municipalities(text[]) returns setof uuid language sql stable security definer set search_path from current as $$ select id from action where municipality_codes && $1 $$;
  -- Every word, in any Swedish inflection or as the beginning of a word; or the reference; or the very characters in a title.
  -- Always all three: a way chosen by whether another found something would tell of what the reader may not see.
  create function action_by_text(given text) returns setof uuid language plpgsql stable security definer set search_path from current as $$
  declare
    wanted tsquery;
  begin
    select coalesce(nullif(string_agg(format('(%s | %s)',
        coalesce(nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, ''), quote_literal(w)),
        to_tsquery('simple', quote_literal(w) || ':*')::text), ' & '), ''), '')::tsquery into wanted
      from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where w <> '';
    return query select a.id from action a where a.words @@ wanted
      union select a.id from action a where a.reference = upper(btrim(given))
      union select a.id from action a where length(given) >= 3
        and a.title ilike '%' || replace(replace(replace(given, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
  end $$;
  -- Organisations whose signed-in people would see an action at a level: the same rule as the policy "read", turned round.
  create function action_audience(level smallint, owners uuid[], partners uuid[], counties text[]) returns setof uuid
    language sql stable security definer set search_path from current as $$
    select distinct m.organization_id from membership m
    where m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and m.role <> 'system_admin' and (
      m.organization_id = any (owners)
      or (level >= 1 and m.organization_id = any (partners))
      or level >= 3
      or (m.role in ('county_staff', 'county_admin') and level >= 1 or m.role = 'coordinator' and level >= 2)
        and exists (select 1 from organization_county c where c.organization_id = m.organization_id and c.county_code = any (counties)))
  $$;
  revoke execute on function action_audience(smallint, uuid[], uuid[], text[]) from public;
  grant execute on function action_audience(smallint, uuid[], uuid[], text[]) to samverkan_app;
  revoke execute on function action_by_goals(uuid[]), action_by_owners(uuid[]), action_by_municipalities(text[]), action_by_text(text), action_links(), action_updated(), new_reference(text) from public;
  grant execute on function new_reference(text) to samverkan_app;
  grant execute on function action_by_goals(uuid[]), action_by_owners(uuid[]), action_by_municipalities(text[]), action_by_text(text) to samverkan_app;
`;
