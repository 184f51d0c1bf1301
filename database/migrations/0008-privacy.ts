import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An audit whose every row is bound to the one before and sealed from outside, and texts that are hidden at once and then purged. */
export class Privacy1763900000008 implements MigrationInterface {
  name = 'Privacy1763900000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(audit);
    await runner.query(check);
    await runner.query(sensitive);
    await runner.query(actions);
  }

  async down(): Promise<void> {
    throw new Error('The audit is not taken back to a weaker one: restore a backup instead.');
  }
}

const audit = `
  alter table audit add column role text, add column reason text, add column pseudonym text;
  comment on column audit.reason is 'Codes only: why a question of the text guard was answered, why an erasure was refused.';
  comment on column audit.pseudonym is 'Keyed hash of the person, made by the API. The chain covers it, so that user_id can be taken away after 24 months and the chain still holds.';

  -- One row a chain (an organisation, or all noughts for nobody's): what the chain ended with, in the transaction that ended it.
  create table audit_head (chain uuid primary key, rows bigint not null, last_id bigint not null, hash bytea not null);
  -- The same as the API last saw it, with a keyed hash that the database's owner cannot make. All f: the seals together.
  create table audit_seal (chain uuid primary key, rows bigint not null, last_id bigint not null, hash bytea not null,
    number bigint not null, sealed_at timestamptz not null default clock_timestamp(), mac text not null);
  alter table audit_head enable row level security; alter table audit_head force row level security;
  alter table audit_seal enable row level security; alter table audit_seal force row level security;
  do $$ begin
    execute format('create policy chain on audit_head for all to %I using (true) with check (true)', current_user);
    execute format('create policy chain on audit_seal for all to %I using (true) with check (true)', current_user);
  end $$;

  create function audit_chain(organization uuid) returns uuid language sql immutable parallel safe as $$
    select coalesce(organization, '00000000-0000-0000-0000-000000000000') $$;
  create index audit_by_chain on audit (audit_chain(organization_id), id);
  drop index audit_chain;

  create function audit_digest(a audit) returns bytea language sql stable parallel safe as $$
    select sha256(coalesce(a.previous, '') || convert_to(jsonb_build_array(a.id, extract(epoch from a.at)::text, coalesce(a.pseudonym, a.user_id::text),
      a.organization_id, a.role, a.verb, a.area, a.object_id, a.outcome, a.reason)::text, 'UTF8')) $$;

  -- Rows from before are chained anew, in the order they came.
  do $$
  declare
    one audit; last bytea; chain_ uuid; count_ bigint;
  begin
    for chain_ in select distinct audit_chain(organization_id) from audit loop
      last := null; count_ := 0;
      for one in select * from audit where audit_chain(organization_id) = chain_ order by id loop
        one.previous := last;
        last := audit_digest(one);
        count_ := count_ + 1;
        update audit set previous = one.previous, hash = last where id = one.id;
      end loop;
      insert into audit_head values (chain_, count_, one.id, last);
    end loop;
  end $$;

  drop function audit_write(text, text, uuid, text);
  create function audit_write(verb text, area text, object_id uuid, outcome text, reason text default null, who text default null) returns void
    language plpgsql security definer set search_path from current as $$
  declare
    head audit_head; one audit;
  begin
    insert into audit_head values (audit_chain(ctx_org()), 0, 0, '') on conflict do nothing;
    select * into head from audit_head h where h.chain = audit_chain(ctx_org()) for update;
    -- Drawn once the chain is held, so that the order of ids is the order of the chain.
    one.id := nextval(pg_get_serial_sequence('audit', 'id'));
    one.at := clock_timestamp(); one.user_id := ctx_user(); one.organization_id := ctx_org(); one.role := ctx_role();
    one.verb := audit_write.verb; one.area := audit_write.area; one.object_id := audit_write.object_id; one.outcome := audit_write.outcome;
    one.reason := audit_write.reason; one.pseudonym := who;
    one.previous := nullif(head.hash, ''); one.hash := audit_digest(one);
    insert into audit (id, at, user_id, organization_id, role, verb, area, object_id, outcome, reason, pseudonym, previous, hash) overriding system value
      values (one.id, one.at, one.user_id, one.organization_id, one.role, one.verb, one.area, one.object_id, one.outcome, one.reason, one.pseudonym, one.previous, one.hash);
    update audit_head h set rows = h.rows + 1, last_id = one.id, hash = one.hash where h.chain = head.chain;
  end $$;
  revoke execute on function audit_write(text, text, uuid, text, text, text) from public;
  grant execute on function audit_write(text, text, uuid, text, text, text) to samverkan_app;

  -- Not even the owner changes a row by mistake; the retention below is the only way, and says so.
  create function audit_stays() returns trigger language plpgsql as $$
  begin
    if current_setting('samverkan.audit_retention', true) is distinct from 'on' then raise exception 'The audit is append-only.'; end if;
    return case tg_op when 'DELETE' then old else new end;
  end $$;
  create trigger audit_stays before update or delete on audit for each row execute function audit_stays();
  create trigger audit_is_not_emptied before truncate on audit for each statement execute function audit_stays();

  -- An administrator reads her own: the county's organisations, or for the system its own organisation and what nobody acted for.
  grant select (id, at, user_id, organization_id, role, verb, area, object_id, outcome, reason, pseudonym) on audit to samverkan_app;
  create policy read_as_administrator on audit for select to samverkan_app using (
    ((select ctx_role()) = 'county_admin' and organization_id in (
      select c.organization_id from organization_county c where c.county_code = any ((select ctx_counties())::text[])))
    or ((select ctx_role()) = 'system_admin' and (organization_id is null or organization_id = (select ctx_org()))));
`;

const check = `
  -- Where the chains do not hold, by what is in the database alone. The seals are judged by the API, which has the key.
  create function audit_faults() returns table (chain uuid, id bigint, fault text) language sql stable security definer set search_path from current as $$
    with rows as (
      select audit_chain(a.organization_id) as chain, a.id, a.at, a.previous, a.hash, audit_digest(a) as digest,
        lag(a.hash) over w as expected, lag(a.at) over w as before, row_number() over w as n
      from audit a window w as (partition by audit_chain(a.organization_id) order by a.id)),
    ends as (select r.chain, count(*) as rows, max(r.id) as last_id from rows r group by r.chain)
    select r.chain, r.id, 'content' from rows r where r.hash <> r.digest
    union all select r.chain, r.id, 'link' from rows r where r.previous is distinct from r.expected
    union all select r.chain, r.id, 'time' from rows r where r.at < r.before
    union all select coalesce(h.chain, e.chain), h.last_id, 'tail' from audit_head h full join ends e on e.chain = h.chain
      left join audit a on a.id = h.last_id
      where h.rows is distinct from e.rows or h.last_id is distinct from e.last_id or h.hash is distinct from a.hash
  $$;
  create function audit_sealed() returns table (chain uuid, rows bigint, last_id bigint, hash bytea, number bigint, sealed_at timestamptz, mac text, holds boolean)
    language sql stable security definer set search_path from current as $$
    select s.chain, s.rows, s.last_id, s.hash, s.number, s.sealed_at, s.mac,
      s.chain = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
      or (a.hash = s.hash and audit_chain(a.organization_id) = s.chain
        and s.rows = (select count(*) from audit x where audit_chain(x.organization_id) = s.chain and x.id <= s.last_id))
    from audit_seal s left join audit a on a.id = s.last_id order by s.chain
  $$;
  create function audit_unsealed() returns table (chain uuid, rows bigint, last_id bigint, hash bytea) language sql stable security definer set search_path from current as $$
    select h.chain, h.rows, h.last_id, h.hash from audit_head h left join audit_seal s on s.chain = h.chain
    where h.rows > 0 and (s.last_id is distinct from h.last_id or s.rows is distinct from h.rows or s.hash is distinct from h.hash) order by h.chain
  $$;
  create function audit_seal_write(seal jsonb) returns void language sql volatile security definer set search_path from current as $$
    insert into audit_seal (chain, rows, last_id, hash, number, mac)
      values ((seal->>'chain')::uuid, (seal->>'rows')::bigint, (seal->>'last_id')::bigint, decode(seal->>'hash', 'hex'), (seal->>'number')::bigint, seal->>'mac')
    on conflict (chain) do update set rows = excluded.rows, last_id = excluded.last_id, hash = excluded.hash, number = excluded.number,
      mac = excluded.mac, sealed_at = clock_timestamp()
  $$;
  create function audit_people() returns table (user_id uuid, pseudonym text) language sql stable security definer set search_path from current as $$
    select distinct a.user_id, a.pseudonym from audit a where a.user_id is not null and a.pseudonym is not null
  $$;
  revoke execute on function audit_faults(), audit_sealed(), audit_unsealed(), audit_seal_write(jsonb), audit_people() from public;
  grant execute on function audit_faults(), audit_sealed(), audit_unsealed(), audit_seal_write(jsonb), audit_people() to samverkan_app;
`;

const sensitive = `
  -- A text somebody wrote by mistake: where it stands, who may clean it, and how it ended. Never the text, nor a title.
  create table sensitive_text (
    id uuid primary key default new_id(),
    area text not null, kind text not null, object_id uuid not null, reference text not null,
    owner_ids uuid[] not null, county_codes text[] not null,
    hidden_by uuid default ctx_user(), hidden_for uuid not null default ctx_org(), hidden_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz, outcome text check (outcome in ('purged', 'restored'))
  );
  create unique index sensitive_text_open on sensitive_text (object_id) where ended_at is null;
  select secure_table('sensitive_text');
  grant insert on sensitive_text to samverkan_app;
  grant update (ended_at, outcome) on sensitive_text to samverkan_app;
  create function may_purge(owners uuid[], counties text[]) returns boolean language sql stable parallel safe as $$
    select (ctx_org() = any (owners) and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin'))
      or (ctx_role() = 'county_admin' and counties && ctx_counties()) $$;
  create policy hide on sensitive_text for insert to samverkan_app with check (
    hidden_by = (select ctx_user()) and hidden_for = (select ctx_org()) and ended_at is null);
  create policy read on sensitive_text for select to samverkan_app using (
    may_purge(owner_ids, county_codes) or hidden_by = (select ctx_user()));
  create policy finish on sensitive_text for update to samverkan_app using (may_purge(owner_ids, county_codes));

  -- The one hidden thing that this transaction is about; everything else hidden stays hidden, also for those who may purge it.
  create function ctx_purging() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('samverkan.purging', true), '')::uuid $$;

  create function holds_phrase(given jsonb, phrases text[]) returns boolean language sql immutable parallel safe as $$
    select exists (select 1 from jsonb_path_query(given, 'strict $.**') v, unnest(phrases) p
      where jsonb_typeof(v) = 'string' and position(lower(p) in lower(v #>> '{}')) > 0)
  $$;
  -- Takes words out of what was kept beside the object itself: its history, answers kept for retries, forms begun, the demo's mail.
  create function sensitive_purge(object uuid, fields text[], phrases text[]) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = object and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update change_log set before = case when before is null or before = 'null' then before else '"[borttaget]"' end,
      after = case when after is null or after = 'null' then after else '"[borttaget]"' end
      where object_id = object and (field = any (fields) or holds_phrase(coalesce(before, 'null'), phrases) or holds_phrase(coalesce(after, 'null'), phrases));
    update idempotency set body = null where body is not null and (holds_phrase(body, phrases) or holds_phrase(body, array[object::text]));
    delete from draft where key like '%' || object::text || '%' or holds_phrase(content, phrases);
    if to_regclass('demo_mail') is not null then
      update demo_mail set subject = '[borttaget]', text = '[borttaget]'
        where exists (select 1 from unnest(phrases) p where position(lower(p) in lower(subject || ' ' || text)) > 0);
    end if;
  end $$;
  revoke execute on function sensitive_purge(uuid, text[], text[]) from public;
  grant execute on function sensitive_purge(uuid, text[], text[]) to samverkan_app;
`;

const actions = `
  alter table action add column hidden_at timestamptz;
  alter table action_update add column hidden_at timestamptz;

  alter policy read on action using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(owner_ids, county_codes)))
    and (visibility = 4
    or (visibility = 3 and (select ctx_role()) is not null and (select ctx_role()) <> 'system_admin')
    or (visibility = 2 and (select ctx_role()) in ('coordinator', 'county_staff', 'county_admin') and county_codes && (select ctx_counties()))
    or (visibility = 1 and (select ctx_role()) in ('county_staff', 'county_admin') and county_codes && (select ctx_counties()))
    or (visibility >= 1 and (select ctx_org()) = any (partner_ids) and (select ctx_role()) <> 'system_admin')
    or ((select ctx_org()) = any (owner_ids) and (select ctx_role()) <> 'system_admin')));
  alter policy read on action_update using (
    (hidden_at is null or id = (select ctx_purging())) and exists (select 1 from action a where a.id = action_id));

  create or replace function action_updated() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    update action set changed_at = clock_timestamp(),
      last_update_on = (select max(u.happened_on) from action_update u where u.action_id = new.action_id and u.removed_at is null and u.hidden_at is null)
      where id = new.action_id;
    return null;
  end $$;

  -- Whoever may read it may hide it; a thing hidden by mistake is shown again by those who may purge it.
  create function action_text_hide(target_kind text, target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    found_id uuid;
  begin
    select a.id into found_id from action a
      where a.id = case target_kind when 'action' then target else (select u.action_id from action_update u where u.id = target and u.removed_at is null) end
        and a.hidden_at is null and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)
        and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') for update;
    if found_id is null then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if target_kind = 'action' then update action set hidden_at = clock_timestamp(), version = version + 1 where id = target;
    else update action_update set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null; end if;
  end $$;

  -- Writes the clean words over the old ones and shows the thing again; without words it is shown as it was.
  create function action_text_show(target_kind text, target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if target_kind = 'action' then
      update action set hidden_at = null, version = version + 1, changed_at = clock_timestamp(),
        title = coalesce(clean->>'title', title), description = coalesce(clean->>'description', description),
        responsible_function = case when clean ? 'responsibleFunction' then nullif(clean->>'responsibleFunction', '') else responsible_function end,
        cancel_reason = case when clean ? 'cancelReason' then nullif(clean->>'cancelReason', '') else cancel_reason end,
        partner_names = case when clean ? 'partnerNames' then array(select btrim(n) from regexp_split_to_table(clean->>'partnerNames', '\\n') n where btrim(n) <> '') else partner_names end
        where id = target;
    else
      update action_update set hidden_at = null, version = version + 1, done = coalesce(clean->>'done', done),
        effect = case when clean ? 'effect' then nullif(clean->>'effect', '') else effect end where id = target;
    end if;
  end $$;
  revoke execute on function action_text_hide(text, uuid), action_text_show(text, uuid, jsonb) from public;
  grant execute on function action_text_hide(text, uuid), action_text_show(text, uuid, jsonb) to samverkan_app;
`;
