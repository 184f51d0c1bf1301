import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** Files are kept in pieces and read by whoever reads what they hang at; files and links hang at actions. */
export class FilesHangAtActions1763900000071 implements MigrationInterface {
  name = 'FilesHangAtActions1763900000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(store);
    await runner.query(attachments);
    await runner.query(hiding);
    await runner.query(keeping);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function retention_files_due(timestamptz), retention_files_take(timestamptz, text[]), attachments_held(uuid), attachment_move(uuid, uuid), attachment_put_back(uuid, uuid, jsonb),
        attachment_text_hide(uuid), attachment_text_show(uuid, jsonb);
      drop table stored_file_page, stored_file_chunk, stored_file, attachment;
    `);
  }
}

const store = `
  create table stored_file (
    id uuid primary key,
    type text not null check (type in ('pdf', 'docx', 'xlsx', 'png', 'jpg', 'webp')),
    size integer not null check (size between 1 and 20000000),
    pages integer,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null default clock_timestamp(),
    tx xid8 not null default pg_current_xact_id()
  );
  comment on column stored_file.tx is 'It comes whole in one transaction: nothing is added to it afterwards.';
  comment on table stored_file is 'A file has the id of the thing it is the file of. Each area that has files adds its own policy: whoever reads the thing reads the file.';
  comment on column stored_file.pages is 'Of a PDF its pages, of a workbook its sheets.';
  create table stored_file_chunk (
    file_id uuid not null references stored_file (id) on delete cascade,
    at integer not null,
    bytes bytea not null,
    primary key (file_id, at)
  );
  -- Pictures and documents are packed already.
  alter table stored_file_chunk alter column bytes set storage external;
  create table stored_file_page (
    file_id uuid not null references stored_file (id) on delete cascade,
    page integer not null,
    words text not null,
    primary key (file_id, page)
  );
  comment on table stored_file_page is 'The text in a file, page by page, as it was read when the file came.';
  select secure_table('stored_file'), secure_table('stored_file_chunk'), secure_table('stored_file_page');
  grant insert (id, type, size, pages, sha256) on stored_file to samverkan_app;
  grant insert on stored_file_chunk, stored_file_page to samverkan_app;
  create policy read on stored_file_chunk for select to samverkan_app using (exists (select from stored_file f where f.id = file_id));
  create policy write on stored_file_chunk for insert to samverkan_app with check (exists (select from stored_file f where f.id = file_id and f.tx = pg_current_xact_id()));
  create policy read on stored_file_page for select to samverkan_app using (exists (select from stored_file f where f.id = file_id));
  create policy write on stored_file_page for insert to samverkan_app with check (exists (select from stored_file f where f.id = file_id and f.tx = pg_current_xact_id()));
`;

const attachments = `
  create table attachment (
    id uuid primary key default new_id(),
    action_id uuid not null references action (id),
    kind text not null check (kind in ('file', 'link')),
    title text not null,
    address text,
    organization_id uuid not null default ctx_org() references organization (id),
    user_id uuid not null default ctx_user() references app_user (id),
    created_at timestamptz not null default clock_timestamp(),
    removed_at timestamptz, cleaned_at timestamptz, hidden_at timestamptz,
    version integer not null default 1,
    constraint attachment_link check ((kind = 'link') = (address is not null))
  );
  comment on column attachment.title is 'The file''s name, or what the link is called.';
  comment on column attachment.cleaned_at is 'It named somebody: the file itself is gone, its new name stands.';
  create index attachment_action on attachment (action_id, created_at);
  create index attachment_organization on attachment (organization_id);
  create index attachment_user on attachment (user_id);
  create index attachment_removed on attachment (removed_at) where removed_at is not null;
  select secure_table('attachment');
  grant insert (id, action_id, kind, title, address), update (removed_at, version) on attachment to samverkan_app;
  create policy read on attachment for select to samverkan_app using (
    (hidden_at is null or id = (select ctx_purging())) and exists (select from action a where a.id = action_id));
  create policy write on attachment for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and user_id = (select ctx_user()) and (select ctx_role()) in ${writes}
    and exists (select from action a where a.id = action_id));
  -- Whoever hung it there, and the action's owners.
  create policy take_away on attachment for update to samverkan_app using ((select ctx_role()) in ${writes}
    and (organization_id = (select ctx_org()) or exists (select from action a where a.id = action_id and (select ctx_org()) = any (a.owner_ids))));

  create policy attachments on stored_file for select to samverkan_app using (exists (select from attachment t where t.id = stored_file.id));
  create policy attachments_come on stored_file for insert to samverkan_app with check (
    exists (select from attachment t where t.id = stored_file.id and t.kind = 'file' and t.organization_id = (select ctx_org()) and t.user_id = (select ctx_user())));
`;

const hiding = `
  create function attachment_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update attachment t set hidden_at = clock_timestamp(), version = t.version + 1 from action a
      where t.id = target and t.removed_at is null and t.hidden_at is null and a.id = t.action_id and a.hidden_at is null
        and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes) and ctx_role() in ${writes};
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  -- A file cannot be cleaned word by word: clean is what is left when it is gone, with its name as it is now written.
  create function attachment_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update attachment t set hidden_at = null, version = t.version + 1, title = coalesce(clean ->> 'title', t.title),
      address = case when t.kind = 'link' then coalesce(clean ->> 'address', t.address) end,
      cleaned_at = case when t.kind = 'file' and clean ? 'title' then clock_timestamp() else t.cleaned_at end
      where t.id = target;
    if clean ? 'title' then delete from stored_file f where f.id = target; end if;
  end $$;
  revoke execute on function attachment_text_hide(uuid), attachment_text_show(uuid, jsonb) from public;
  grant execute on function attachment_text_hide(uuid), attachment_text_show(uuid, jsonb) to samverkan_app;
`;

const keeping = `
  create function attachments_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(o.name, x.n, x.first_on, x.last_on) order by o.name), '[]')
      from (select t.organization_id, count(*) as n, min((t.created_at at time zone 'Europe/Stockholm')::date) as first_on,
          max((t.created_at at time zone 'Europe/Stockholm')::date) as last_on
        from attachment t where t.user_id = account and t.removed_at is null group by 1) x join organization o on o.id = x.organization_id);
  end $$;
  create function attachment_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    moved uuid[];
  begin
    perform require_merge(source, target);
    with hung as (update attachment set organization_id = target where organization_id = source returning id)
    select coalesce(array_agg(id), '{}') into moved from hung;
    return jsonb_build_object('moved', to_jsonb(moved));
  end $$;
  create function attachment_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update attachment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt -> 'moved') x);
    return true;
  end $$;
  create function retention_files_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select t.id::text, t.removed_at, t.organization_id, a.reference from attachment t join action a on a.id = t.action_id
    where retention_reader() and t.removed_at < as_of - interval '30 days' order by 2, 1 $$;
  create function retention_files_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    delete from stored_file f using attachment t where f.id = t.id and t.id::text = any (ids) and t.removed_at < as_of - interval '30 days';
    return query delete from attachment t where t.id::text = any (ids) and t.removed_at < as_of - interval '30 days' returning t.id::text;
  end $$;
  revoke execute on function retention_files_due(timestamptz), retention_files_take(timestamptz, text[]) from public;
  grant execute on function retention_files_due(timestamptz), retention_files_take(timestamptz, text[]) to samverkan_app;
  revoke execute on function attachments_held(uuid), attachment_move(uuid, uuid), attachment_put_back(uuid, uuid, jsonb) from public;
  grant execute on function attachments_held(uuid), attachment_move(uuid, uuid), attachment_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
