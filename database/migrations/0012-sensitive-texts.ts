import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that somebody wrote by mistake: hidden at once, and then purged. Apart from the audit's migration, so that neither waits for what the other holds. */
export class SensitiveTexts1763900000012 implements MigrationInterface {
  name = 'SensitiveTexts1763900000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sensitive);
    await runner.query(actions);
  }

  async down(): Promise<void> {
    throw new Error('What has been hidden must not come forth: restore a backup instead.');
  }
}

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
