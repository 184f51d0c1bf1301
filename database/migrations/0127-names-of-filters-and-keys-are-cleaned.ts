import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const purges = (id: string): string =>
  `exists (select from sensitive_text s where s.object_id = ${id} and s.ended_at is null and may_purge(s.owner_ids, s.county_codes))`;

/** What somebody has happened to write of a person as the name of a saved filter or of a system's key is hidden and cleaned like other texts. */
export class NamesOfFiltersAndKeysAreCleaned1763900000127 implements MigrationInterface {
  name = 'NamesOfFiltersAndKeysAreCleaned1763900000127';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(filters);
    await runner.query(keys);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function action_filter_text_hide(uuid), action_filter_text_show(uuid, jsonb), api_token_name_hide(uuid), api_token_name_show(uuid, jsonb);
      drop table api_token_hidden_name;
      ${own('')}
      ${held('')}
      alter table action_filter drop column hidden_at;
    `);
  }
}

const own = (shown: string): string => `
  drop policy own on action_filter;
  create policy own on action_filter for all to samverkan_app using (organization_id = (select ctx_org()) and (user_id = (select ctx_user()) or user_id is null and (select ctx_role()) <> 'system_admin') ${shown})
    with check (organization_id = (select ctx_org()) and (user_id = (select ctx_user()) or user_id is null and (select ctx_role()) in ${writes}));
`;
const held = (shown: string): string => `
  create or replace function action_filters_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(f.name, o.name, (f.changed_at at time zone 'Europe/Stockholm')::date) order by f.changed_at), '[]')
      from action_filter f join organization o on o.id = f.organization_id where f.user_id = account ${shown});
  end $$;
`;

const filters = `
  alter table action_filter add column hidden_at timestamptz;
  comment on column action_filter.hidden_at is 'Its name, or words it looks for, name somebody: nobody sees it until they are cleaned. One''s own is cleaned by oneself.';
  ${own(`and (hidden_at is null or id = (select ctx_purging()) and ${purges('action_filter.id')})`)}
  ${held('and f.hidden_at is null')}
  create function action_filter_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update action_filter f set hidden_at = clock_timestamp(), version = f.version + 1
      where f.id = target and f.hidden_at is null and f.removed_at is null and f.organization_id = ctx_org() and (f.user_id is null or f.user_id = ctx_user()) and coalesce(ctx_role(), '') in ${writes};
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
  select secure_table('api_token_hidden_name');
  create policy clean on api_token_hidden_name for select to samverkan_app using (token_id = (select ctx_purging()) and ${purges('api_token_hidden_name.token_id')});
  create function api_token_name_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    insert into api_token_hidden_name (token_id, name) select t.id, t.name from api_token t
      where t.id = target and coalesce(ctx_role(), '') in ${writes} and not ctx_token() and (t.organization_id = ctx_org() or administers(t.organization_id)) on conflict do nothing;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    update api_token set name = '[dold]' where id = target;
    update app_user set name = '[dold]' where id = target;
  end $$;
  create function api_token_name_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    called text;
  begin
    if not ${purges('target')} then raise exception 'Nothing of this is hidden.' using errcode = '42501'; end if;
    delete from api_token_hidden_name h where h.token_id = target returning coalesce(clean->>'name', h.name) into called;
    update api_token set name = called where id = target;
    update app_user set name = called where id = target;
  end $$;
  revoke execute on function api_token_name_hide(uuid), api_token_name_show(uuid, jsonb) from public;
  grant execute on function api_token_name_hide(uuid), api_token_name_show(uuid, jsonb) to samverkan_app;
`;
