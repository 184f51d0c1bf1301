import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const purges = (id: string): string =>
  `exists (select from sensitive_text s where s.object_id = ${id} and s.ended_at is null and may_clean(s.owner_ids, s.county_codes, s.only_user))`;

/** What somebody has happened to write of a person as the name of a saved filter or of a system's key is hidden and cleaned like other texts. */
export class NamesOfFiltersAndKeysAreCleaned1763900000127 implements MigrationInterface {
  name = 'NamesOfFiltersAndKeysAreCleaned1763900000127';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [texts, filters, keys]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger sensitive_ends on action_filter;
      drop function action_filter_text_hide(uuid), action_filter_text_show(uuid, jsonb), api_token_name_hide(uuid), api_token_name_show(uuid, jsonb);
      alter table api_token drop column name_hidden;
      drop table api_token_hidden_name;
      ${own('')}
      ${held('f.name')}
      alter table action_filter drop column hidden_at;
      ${purging('may_purge(s.owner_ids, s.county_codes)')}
      ${entries('may_purge(owner_ids, county_codes)', '')}
      drop function sensitive_ends(), may_clean(uuid[], text[], uuid);
      alter table sensitive_text drop column only_user;
    `);
  }
}

const own = (shown: string): string => `
  drop policy own on action_filter;
  create policy own on action_filter for all to samverkan_app using (organization_id = (select ctx_org()) and (user_id = (select ctx_user()) or user_id is null and (select ctx_role()) <> 'system_admin') ${shown})
    with check (organization_id = (select ctx_org()) and (user_id = (select ctx_user()) or user_id is null and (select ctx_role()) in ${writes}));
`;
const held = (name: string): string => `
  create or replace function action_filters_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(${name}, o.name, (f.changed_at at time zone 'Europe/Stockholm')::date) order by f.changed_at), '[]')
      from action_filter f join organization o on o.id = f.organization_id where f.user_id = account);
  end $$;
`;

const entries = (cleans: string, only: string): string => `
  drop policy hide on sensitive_text;
  create policy hide on sensitive_text for insert to samverkan_app with check (hidden_by = (select ctx_user()) and hidden_for = (select ctx_org()) and ended_at is null ${only});
  drop policy read on sensitive_text;
  create policy read on sensitive_text for select to samverkan_app using (${cleans} or hidden_by = (select ctx_user()));
  drop policy finish on sensitive_text;
  create policy finish on sensitive_text for update to samverkan_app using (${cleans});
`;
const purging = (cleans: string): string => `
  create or replace function sensitive_purge_object(object uuid, fields text[], phrases text[]) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = object and s.ended_at is null and ${cleans}) then
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
`;

const texts = `
  alter table sensitive_text add column only_user uuid;
  comment on column sensitive_text.only_user is 'Whose own the hidden thing is: nobody else of the owners cleans it, nor knows of it. Null where it is theirs together.';
  -- The owners' writers and the county's administrators; what is one's own, by oneself alone, also where one only reads.
  create function may_clean(owners uuid[], counties text[], only_one uuid) returns boolean language sql stable parallel safe as $$
    select case when only_one is null then may_purge(owners, counties)
      else only_one = ctx_user() and ctx_org() = any (owners) and coalesce(ctx_role(), 'system_admin') <> 'system_admin' end $$;
  ${entries('may_clean(owner_ids, county_codes, only_user)', 'and (only_user is null or only_user = (select ctx_user()))')}
  ${purging('may_clean(s.owner_ids, s.county_codes, s.only_user)')}
  -- What is gone waits for nobody to clean it.
  create function sensitive_ends() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    update sensitive_text set ended_at = clock_timestamp(), outcome = 'purged' where object_id = old.id and ended_at is null;
    return null;
  end $$;
  revoke execute on function sensitive_ends() from public;
`;

const filters = `
  alter table action_filter add column hidden_at timestamptz;
  comment on column action_filter.hidden_at is 'Its name, or words it looks for, name somebody: nobody sees it until they are cleaned. One''s own is cleaned by oneself.';
  ${own(`and (hidden_at is null or id = (select ctx_purging()) and ${purges('action_filter.id')})`)}
  ${held("case when f.hidden_at is null then f.name else '[dold]' end")}
  create trigger sensitive_ends after delete on action_filter for each row execute function sensitive_ends();
  create function action_filter_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update action_filter f set hidden_at = clock_timestamp(), version = f.version + 1
      where f.id = target and f.hidden_at is null and f.removed_at is null and f.organization_id = ctx_org() and case when f.user_id is null then coalesce(ctx_role(), '') in ${writes} else f.user_id = ctx_user() and coalesce(ctx_role(), 'system_admin') <> 'system_admin' end;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function action_filter_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not ${purges('target')} then raise exception 'Nothing of this is hidden.' using errcode = '42501'; end if;
    update action_filter f set hidden_at = null, version = f.version + 1, changed_at = clock_timestamp(), name = coalesce(clean->>'name', f.name),
      choice = case when not clean ? 'words' then f.choice when clean->>'words' = '' then f.choice - 'q' else f.choice || jsonb_build_object('q', clean->>'words') end
      where f.id = target and (f.user_id is null or f.user_id = ctx_user());
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  revoke execute on function action_filter_text_hide(uuid), action_filter_text_show(uuid, jsonb) from public;
  grant execute on function action_filter_text_hide(uuid), action_filter_text_show(uuid, jsonb) to samverkan_app;
`;

const keys = `
  -- The key goes on working and can be taken back, without its name: what it is called lies here meanwhile.
  create table api_token_hidden_name (
    token_id uuid primary key references api_token (id) on delete cascade,
    name text not null,
    hidden_at timestamptz not null default clock_timestamp()
  );
  alter table api_token add column name_hidden boolean not null default false;
  grant select (name_hidden) on api_token to samverkan_app;
  select secure_table('api_token_hidden_name');
  create policy clean on api_token_hidden_name for select to samverkan_app using (token_id = (select ctx_purging()) and ${purges('api_token_hidden_name.token_id')});
  create function api_token_name_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    insert into api_token_hidden_name (token_id, name) select t.id, t.name from api_token t
      where t.id = target and coalesce(ctx_role(), '') in ${writes} and not ctx_token() and (t.organization_id = ctx_org() or administers(t.organization_id)) on conflict do nothing;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    update api_token set name = '[dold]', name_hidden = true where id = target;
    update app_user set name = '[dold]' where id = target;
  end $$;
  create function api_token_name_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    called text;
  begin
    if not ${purges('target')} then raise exception 'Nothing of this is hidden.' using errcode = '42501'; end if;
    delete from api_token_hidden_name h where h.token_id = target returning coalesce(clean->>'name', h.name) into called;
    update api_token set name = called, name_hidden = false where id = target;
    update app_user set name = called where id = target;
  end $$;
  revoke execute on function api_token_name_hide(uuid), api_token_name_show(uuid, jsonb) from public;
  grant execute on function api_token_name_hide(uuid), api_token_name_show(uuid, jsonb) to samverkan_app;
`;
