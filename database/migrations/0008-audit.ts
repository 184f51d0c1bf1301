import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An audit whose every row is bound to the one before and sealed from outside. */
export class Audit1763900000008 implements MigrationInterface {
  name = 'Audit1763900000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(audit);
    await runner.query(check);
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

  -- The table itself chains what comes into it: a deed that had begun when this was installed still runs the old function, and is chained as well.
  create function audit_chained() returns trigger language plpgsql security definer set search_path from current as $$
  declare
    head audit_head;
  begin
    insert into audit_head values (audit_chain(new.organization_id), 0, 0, '') on conflict do nothing;
    select * into head from audit_head h where h.chain = audit_chain(new.organization_id) for update;
    -- Drawn once the chain is held, so that the order of ids is the order of the chain.
    new.id := nextval(pg_get_serial_sequence('audit', 'id'));
    new.at := clock_timestamp();
    new.previous := nullif(head.hash, '');
    new.hash := audit_digest(new);
    update audit_head h set rows = h.rows + 1, last_id = new.id, hash = new.hash where h.chain = head.chain;
    return new;
  end $$;
  revoke execute on function audit_chained() from public;
  create trigger audit_chained before insert on audit for each row
    when (current_setting('samverkan.audit_retention', true) is distinct from 'on') execute function audit_chained();

  drop function audit_write(text, text, uuid, text);
  create function audit_write(verb text, area text, object_id uuid, outcome text, reason text default null, who text default null) returns void
    language sql volatile security definer set search_path from current as $$
    insert into audit (at, user_id, organization_id, role, verb, area, object_id, outcome, reason, pseudonym, hash)
      values (clock_timestamp(), ctx_user(), ctx_org(), ctx_role(), verb, area, object_id, outcome, reason, who, '')
  $$;
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
