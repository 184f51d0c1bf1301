import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that is known of a person, how it is erased by decision, and what goes by itself when it has served its time. */
export class ErasureAndRetention1763900000017 implements MigrationInterface {
  name = 'ErasureAndRetention1763900000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(erasure);
    await runner.query(known);
    await runner.query(retention);
    await runner.query(rules);
  }

  async down(): Promise<void> {
    throw new Error('What has been erased does not come back: restore a backup instead.');
  }
}

const erasure = `
  alter table app_user add column erased_at timestamptz;
  alter table app_user drop constraint app_user_disabled_reason_check;
  alter table app_user add constraint app_user_disabled_reason_check check (disabled_reason in ('idle', 'by-hand', 'used', 'erased'));

  -- A request that somebody's data go, and how it was decided. Its words go when it has been carried out.
  create table erasure_request (
    id uuid primary key default new_id(),
    user_id uuid not null references app_user (id),
    -- Nobody: the account had been left for so long that it went by itself.
    asked_by uuid default ctx_user(), asked_at timestamptz not null default clock_timestamp(), message text,
    withdrawn_at timestamptz,
    decision text check (decision in ('erase', 'pseudonymise', 'refuse')), ground text, words text,
    decided_by uuid, decided_for uuid references organization (id), decided_at timestamptz,
    done_at timestamptz,
    check ((decision is null) = (decided_at is null)), check (ground is not null or decision is distinct from 'refuse')
  );
  create unique index erasure_request_open on erasure_request (user_id) where decided_at is null and withdrawn_at is null;
  create index erasure_request_person on erasure_request (user_id, asked_at desc);

  -- Somebody whose membership the actor looks after, and in whom nobody else has a part: her account may be looked through and decided on.
  create function holds_account(account uuid) returns boolean language sql stable security definer set search_path from current as $$
    select ctx_role() in ('county_admin', 'system_admin') and looks_after_wholly(account)
      and exists (select 1 from membership m where m.user_id = account and administers(m.organization_id)
        and (m.role not in ('system_admin', 'national_reader') or ctx_role() = 'system_admin'))
  $$;
  revoke execute on function holds_account(uuid) from public;
  grant execute on function holds_account(uuid) to samverkan_app;

  select secure_table('erasure_request');
  grant insert, update (withdrawn_at, decision, ground, words, decided_by, decided_for, decided_at) on erasure_request to samverkan_app;
  create policy read on erasure_request for select to samverkan_app using (
    user_id = (select ctx_user()) or ((select ctx_role()) in ('county_admin', 'system_admin')
      and exists (select 1 from membership m where m.user_id = erasure_request.user_id and administers(m.organization_id))));
  create policy ask on erasure_request for insert to samverkan_app with check (
    asked_by = (select ctx_user()) and decision is null and done_at is null and (user_id = (select ctx_user()) or holds_account(user_id)));
  create policy take_back on erasure_request for update to samverkan_app
    using (user_id = (select ctx_user()) and decision is null) with check (user_id = (select ctx_user()) and decision is null);
  create policy decide on erasure_request for update to samverkan_app
    using (user_id <> (select ctx_user()) and holds_account(user_id)) with check (user_id <> (select ctx_user()) and decided_by = (select ctx_user()));

  -- Carries out what has been decided. History keeps the function and the organisation, or the organisation alone.
  create function account_erase(account uuid, keeps_function boolean) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    old_email text; called text;
  begin
    if not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null
        and r.decision = case when keeps_function then 'pseudonymise' else 'erase' end) then
      raise exception 'Nobody has decided this.' using errcode = '42501';
    end if;
    select u.email into old_email from app_user u where u.id = account and not u.sealed and u.erased_at is null for update;
    if old_email is null then raise exception 'There is no such account to erase.' using errcode = '42501'; end if;
    select case when keeps_function then m.title else 'Tidigare användare' end || ', ' || o.name into called
      from membership m join organization o on o.id = m.organization_id where m.user_id = account order by m.valid_from desc, m.id desc limit 1;
    update membership m set valid_to = greatest(m.valid_from - 1, least(coalesce(m.valid_to, today() - 1), today() - 1)),
      title = case when keeps_function then m.title else 'Tidigare användare' end where m.user_id = account;
    delete from credential c where c.user_id = account;
    delete from totp t where t.user_id = account;
    delete from recovery_code r where r.user_id = account;
    delete from passkey p where p.user_id = account;
    delete from oidc_identity i where i.user_id = account;
    delete from password_reset r where r.user_id = account;
    delete from session s where s.sess ->> 'userId' = account::text or s.sess -> 'pending' ->> 'userId' = account::text;
    delete from draft d where d.user_id = account;
    delete from idempotency i where i.user_id = account;
    delete from demo_mail d where lower(d.to_address) = lower(old_email);
    update invitation i set email = i.id || '@erased.invalid', withdrawn_at = case when i.used_at is null then coalesce(i.withdrawn_at, clock_timestamp()) end
      where i.used_by = account or lower(i.email) = lower(old_email);
    update sensitive_text s set hidden_by = null where s.hidden_by = account;
    perform set_config('samverkan.audit_retention', 'on', true);
    update audit a set user_id = null where a.user_id = account and a.pseudonym is not null;
    perform set_config('samverkan.audit_retention', 'off', true);
    update app_user u set name = coalesce(called, 'Tidigare användare'), email = account || '@erased.invalid', erased_at = clock_timestamp(),
      disabled_at = coalesce(u.disabled_at, clock_timestamp()), disabled_reason = 'erased', warned_on = null where u.id = account;
    update erasure_request r set message = null, done_at = clock_timestamp() where r.user_id = account and r.done_at is null and r.decision is not null and r.decision <> 'refuse';
  end $$;
  revoke execute on function account_erase(uuid, boolean) from public;
  grant execute on function account_erase(uuid, boolean) to samverkan_app;
`;

const known = `
  -- What the shared tables hold on a person, for herself or for whoever holds her account. Never what a text says, but for her own forms' names.
  create function personal_data(account uuid, who text[]) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return jsonb_build_object(
      'drafts', (select coalesce(jsonb_agg(jsonb_build_array(d.key, o.name, d.updated_at) order by d.updated_at desc), '[]')
        from draft d left join organization o on o.id = d.organization_id where d.user_id = account),
      'answers', (select jsonb_build_array(count(*), min(i.at), max(i.at)) from idempotency i where i.user_id = account),
      'deeds', (select coalesce(jsonb_agg(jsonb_build_array(x.verb, o.name, x.n, x.first_at, x.last_at) order by o.name, x.verb), '[]')
        from (select a.verb, a.organization_id, count(*) as n, min(a.at) as first_at, max(a.at) as last_at from audit a
          where a.pseudonym = any (who) group by 1, 2) x left join organization o on o.id = x.organization_id),
      'reads', (select coalesce(jsonb_agg(jsonb_build_array(o.name, x.n, x.first_at, x.last_at) order by o.name), '[]')
        from (select a.organization_id, count(*) as n, min(a.at) as first_at, max(a.at) as last_at from audit a
          where (a.object_id = account and a.verb = 'contact.read') or a.object_ids @> array[account] group by 1) x left join organization o on o.id = x.organization_id),
      'signed', (select coalesce(jsonb_agg(jsonb_build_array(x.area, x.object_id, o.name, x.n, x.first_at, x.last_at) order by x.last_at desc), '[]')
        from (select c.area, c.object_id, c.organization_id, count(*) as n, min(c.at) as first_at, max(c.at) as last_at from change_log c
            where c.user_id = account group by 1, 2, 3
          union all select 'actions', u.action_id, u.organization_id, count(*), min(u.created_at), max(u.created_at) from action_update u
            where u.user_id = account and u.removed_at is null group by 2, 3) x left join organization o on o.id = x.organization_id),
      'letters', (select jsonb_build_array(count(*), min(d.at), max(d.at)) from demo_mail d join app_user u on lower(u.email) = lower(d.to_address) where u.id = account));
  end $$;
  revoke execute on function personal_data(uuid, text[]) from public;
  grant execute on function personal_data(uuid, text[]) to samverkan_app;
`;

const retention = `
  -- One row a night: as of which moment it was done, and when it was through.
  create table retention_run (
    id uuid primary key default new_id(), job_id uuid not null unique, as_of timestamptz not null,
    started_at timestamptz not null default clock_timestamp(), ended_at timestamptz
  );
  create index retention_run_at on retention_run (started_at desc);
  create table retention_count (
    run_id uuid not null references retention_run (id), rule text not null, taken integer not null default 0,
    oldest timestamptz, ended_at timestamptz, primary key (run_id, rule)
  );
  do $$ declare name text; begin
    foreach name in array array['retention_run', 'retention_count'] loop
      perform secure_table(name::regclass);
      execute format('create policy read on %I for select to samverkan_app using ((select ctx_role()) in (''county_admin'', ''system_admin''))', name);
    end loop;
  end $$;

  -- The night's bookkeeping, for the job alone: nobody's role may be set. A job that is tried again goes on where it was.
  create function retention_begin(job uuid, at timestamptz) returns table (id uuid, as_of timestamptz) language plpgsql volatile security definer set search_path from current as $$
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    insert into retention_run (job_id, as_of) values (job, at) on conflict (job_id) do nothing;
    return query select r.id, r.as_of from retention_run r where r.job_id = job;
  end $$;
  create function retention_ended(run uuid) returns table (rule text) language sql stable security definer set search_path from current as $$
    select c.rule from retention_count c where c.run_id = run and c.ended_at is not null $$;
  create function retention_note(run uuid, which text, n integer, first_at timestamptz, is_end boolean) returns integer language plpgsql volatile security definer set search_path from current as $$
  declare total integer;
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    insert into retention_count as c (run_id, rule, taken, oldest, ended_at) values (run, which, n, first_at, case when is_end then clock_timestamp() end)
      on conflict (run_id, rule) do update set taken = c.taken + excluded.taken, oldest = least(c.oldest, excluded.oldest), ended_at = excluded.ended_at
      returning c.taken into total;
    return total;
  end $$;
  create function retention_end(run uuid) returns void language sql volatile security definer set search_path from current as $$
    update retention_run r set ended_at = clock_timestamp() where r.id = run and ctx_role() is null $$;
  revoke execute on function retention_begin(uuid, timestamptz), retention_ended(uuid), retention_note(uuid, text, integer, timestamptz, boolean), retention_end(uuid) from public;
  grant execute on function retention_begin(uuid, timestamptz), retention_ended(uuid), retention_note(uuid, text, integer, timestamptz, boolean), retention_end(uuid) to samverkan_app;

  -- Who may look at what is due: the night, or who administers.
  create function retention_reader() returns boolean language sql stable parallel safe as $$
    select ctx_role() is null or ctx_role() in ('county_admin', 'system_admin') $$;

  -- Forms begun and kept answers went every hour; they go with the night now, so that what is announced is what is done.
  create or replace function housekeeping() returns void language sql volatile security definer set search_path from current as $$
    delete from sign_in_limit where expire < extract(epoch from now()) * 1000;
  $$;
`;

/** Each rule is a pair: what is due at a moment, and taking those of the given ones that are still due at it. */
const pair = (rule: string, due: string, take: string): string => `
  create function retention_${rule}_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select x.* from (${due}) x where retention_reader() order by 2, 1 $$;
  create function retention_${rule}_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    ${take}
  end $$;
  revoke execute on function retention_${rule}_due(timestamptz), retention_${rule}_take(timestamptz, text[]) from public;
  grant execute on function retention_${rule}_due(timestamptz), retention_${rule}_take(timestamptz, text[]) to samverkan_app;
`;

const draftId = `(d.user_id || '/' || d.organization_id || '/' || d.key)`;
const answerId = `(i.user_id || '/' || i.organization_id || '/' || i.key)`;
const ended = `coalesce(i.used_at, i.withdrawn_at, i.expires_at)`;
const expired = `(s.expire at time zone current_setting('timezone'))`;
const left = `select m.user_id, max(m.valid_to) as last_day, (array_agg(m.organization_id order by m.valid_to desc nulls first, m.id))[1] as organization_id
  from membership m group by m.user_id having bool_and(m.valid_to is not null)`;

const rules = [
  pair(
    'drafts',
    `select ${draftId}, d.updated_at, d.organization_id, split_part(d.key, ':', 1) from draft d where d.updated_at < as_of - interval '30 days'`,
    `return query delete from draft d where ${draftId} = any (ids) and d.updated_at < as_of - interval '30 days' returning ${draftId};`,
  ),
  pair(
    'answers',
    `select ${answerId}, i.at, i.organization_id, null::text from idempotency i where i.at < as_of - interval '2 days'`,
    `return query delete from idempotency i where ${answerId} = any (ids) and i.at < as_of - interval '2 days' returning ${answerId};`,
  ),
  pair(
    'sessions',
    `select encode(sha256(convert_to(s.sid, 'UTF8')), 'hex'), ${expired}, null::uuid, null::text from session s where ${expired} < as_of`,
    `return query delete from session s where encode(sha256(convert_to(s.sid, 'UTF8')), 'hex') = any (ids) and ${expired} < as_of returning encode(sha256(convert_to(s.sid, 'UTF8')), 'hex');`,
  ),
  pair(
    'letters',
    `select d.id::text, d.at, null::uuid, null::text from demo_mail d where d.at < as_of - interval '30 days'`,
    `return query delete from demo_mail d where d.id::text = any (ids) and d.at < as_of - interval '30 days' returning d.id::text;`,
  ),
  pair(
    'invitations',
    `select i.id::text, ${ended}, i.organization_id, i.role from invitation i where ${ended} < as_of - interval '90 days'`,
    `return query delete from invitation i where i.id::text = any (ids) and ${ended} < as_of - interval '90 days' returning i.id::text;`,
  ),
  pair(
    'accounts',
    `select u.id::text, (l.last_day + 1)::timestamp at time zone 'Europe/Stockholm', l.organization_id, null::text
      from app_user u join (${left}) l on l.user_id = u.id
      where not u.demo and not u.sealed and u.erased_at is null and l.last_day < (as_of at time zone 'Europe/Stockholm')::date - 30
        and not exists (select 1 from erasure_request r where r.user_id = u.id and r.decision = 'refuse' and r.decided_at > as_of - interval '12 months')`,
    `declare one uuid; begin
      for one in select d.id::uuid from retention_accounts_due(as_of) d where d.id = any (ids) loop
        update erasure_request r set withdrawn_at = clock_timestamp() where r.user_id = one and r.decided_at is null and r.withdrawn_at is null;
        insert into erasure_request (user_id, asked_by, decision, ground, decided_at) values (one, null, 'pseudonymise', 'left', clock_timestamp());
        perform account_erase(one, true);
        id := one::text;
        return next;
      end loop;
    end;`,
  ),
  pair(
    'requests',
    `select r.id::text, coalesce(r.done_at, r.decided_at, r.withdrawn_at), r.decided_for, r.decision from erasure_request r
      where coalesce(r.done_at, r.decided_at, r.withdrawn_at) < as_of - interval '24 months'`,
    `return query delete from erasure_request r where r.id::text = any (ids) and coalesce(r.done_at, r.decided_at, r.withdrawn_at) < as_of - interval '24 months' returning r.id::text;`,
  ),
  pair(
    'audit',
    `select a.id::text, a.at, a.organization_id, a.verb from audit a where a.at < as_of - interval '24 months' and a.user_id is not null and a.pseudonym is not null`,
    `perform set_config('samverkan.audit_retention', 'on', true);
    return query update audit a set user_id = null where a.id::text = any (ids) and a.at < as_of - interval '24 months'
      and a.user_id is not null and a.pseudonym is not null returning a.id::text;
    perform set_config('samverkan.audit_retention', 'off', true);`,
  ),
].join('');
