import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** Publications and their files are hidden and cleaned, follow when parties are merged, and go when they have lain in the trash. */
export class PublicationsAreKept1763900000079 implements MigrationInterface {
  name = 'PublicationsAreKept1763900000079';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asking);
    await runner.query(texts);
    await runner.query(keeping);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function publication_text_hide(text, uuid), publication_text_show(text, uuid, jsonb), publications_held(uuid), publication_move(uuid, uuid),
        publication_put_back(uuid, uuid, jsonb), retention_publications_due(timestamptz), retention_publications_take(timestamptz, text[]),
        retention_formats_due(timestamptz), retention_formats_take(timestamptz, text[]);
      drop table publication_request;
    `);
  }
}

const asking = `
  create table publication_request (
    id uuid primary key default new_id(),
    publication_id uuid not null references publication (id) on delete cascade,
    format text not null check (format in ('tagged_pdf', 'plain_text', 'large_print', 'easy_read', 'audio', 'braille')),
    reply_to text,
    organization_id uuid not null default ctx_org() references organization (id),
    received_at timestamptz not null default clock_timestamp(),
    answered_at timestamptz,
    constraint publication_request_forgets check (answered_at is null or reply_to is null)
  );
  comment on table publication_request is 'Somebody needs a publication in a format that she can read. Who she is is not kept; where the answer goes only until it has gone.';
  create index publication_request_publication on publication_request (publication_id, received_at);
  create index publication_request_organization on publication_request (organization_id);
  select secure_table('publication_request');
  grant insert (publication_id, format, reply_to), update (answered_at, reply_to) on publication_request to samverkan_app;
  create policy read on publication_request for select to samverkan_app using (organization_id = (select ctx_org())
    or exists (select from publication p where p.id = publication_id and (select ctx_org()) = any (p.owner_ids) and (select ctx_role()) in ('county_staff', 'county_admin')));
  create policy ask on publication_request for insert to samverkan_app with check (organization_id = (select ctx_org())
    and exists (select from publication p where p.id = publication_id));
  create policy answer on publication_request for update to samverkan_app using (exists (select from publication p where p.id = publication_id
    and (select ctx_org()) = any (p.owner_ids) and (select ctx_role()) in ('county_staff', 'county_admin')));

  create function retention_formats_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select r.id::text, r.received_at, r.organization_id, r.format from publication_request r
    where retention_reader() and r.received_at < as_of - interval '365 days' order by 2, 1 $$;
  create function retention_formats_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from publication_request r where r.id::text = any (ids) and r.received_at < as_of - interval '365 days' returning r.id::text;
  end $$;
  revoke execute on function retention_formats_due(timestamptz), retention_formats_take(timestamptz, text[]) from public;
  grant execute on function retention_formats_due(timestamptz), retention_formats_take(timestamptz, text[]) to samverkan_app;
`;

const texts = `
  -- Whoever may read it may hide it; it is shown again by those who may purge it.
  create function publication_text_hide(kind text, target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if ctx_role() is null or ctx_role() not in ${writes} then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if kind = 'publication' then
      update publication p set hidden_at = clock_timestamp(), version = p.version + 1
        where p.id = target and p.hidden_at is null and p.removed_at is null and could_read(p.shown, p.owner_ids, '{}', p.county_codes);
    else
      update publication_file f set hidden_at = clock_timestamp(), version = f.version + 1 from publication p
        where f.id = target and f.hidden_at is null and f.removed_at is null and p.id = f.publication_id and p.hidden_at is null and p.removed_at is null
          and could_read(p.shown, p.owner_ids, '{}', p.county_codes);
    end if;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  -- A file cannot be cleaned word by word: clean is what is left when it is gone, with its name as it is now written.
  create function publication_text_show(kind text, target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if kind = 'publication' then
      update publication set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'title', title),
        series = coalesce(clean->>'series', series), authors = coalesce(clean->>'authors', authors), summary = coalesce(clean->>'summary', summary),
        summary_en = coalesce(clean->>'summaryEn', summary_en), dnr = case when clean ? 'dnr' then nullif(clean->>'dnr', '') else dnr end,
        number = case when clean ? 'number' then nullif(clean->>'number', '') else number end,
        withdrawn_motive = case when withdrawn_motive is not null then coalesce(nullif(clean->>'motive', ''), withdrawn_motive) end
        where id = target;
      if clean ? 'links' then delete from publication_link l where l.publication_id = target
        and position(l.title || ' ' || l.address in clean->>'links') = 0; end if;
      return;
    end if;
    update publication_file f set hidden_at = null, version = f.version + 1, title = coalesce(clean->>'title', f.title),
      cleaned_at = case when clean ? 'title' then clock_timestamp() else f.cleaned_at end where f.id = target;
    if clean ? 'title' then delete from stored_file s where s.id = target; end if;
  end $$;
  revoke execute on function publication_text_hide(text, uuid), publication_text_show(text, uuid, jsonb) from public;
  grant execute on function publication_text_hide(text, uuid), publication_text_show(text, uuid, jsonb) to samverkan_app;
`;

const keeping = `
  create function publications_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(o.name, x.n, x.first_on, x.last_on) order by o.name), '[]')
      from (select f.organization_id, count(*) as n, min((f.created_at at time zone 'Europe/Stockholm')::date) as first_on,
          max((f.created_at at time zone 'Europe/Stockholm')::date) as last_on
        from publication_file f where f.user_id = account and f.removed_at is null group by 1) x join organization o on o.id = x.organization_id);
  end $$;
  create function publication_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object(
      'kept', (select coalesce(jsonb_agg(p.id), '[]') from publication p where p.organization_id = source),
      'owned', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'owners', p.owner_ids)), '[]') from publication p where source = any (p.owner_ids)),
      'asked', (select coalesce(jsonb_agg(r.id), '[]') from publication_request r where r.organization_id = source),
      'files', (select coalesce(jsonb_agg(f.id), '[]') from publication_file f where f.organization_id = source)) into receipt;
    update publication set organization_id = case when organization_id = source then target else organization_id end,
      owner_ids = organization_swapped(owner_ids, source, target) where organization_id = source or source = any (owner_ids);
    update publication_file set organization_id = target where organization_id = source;
    update publication_request set organization_id = target where organization_id = source;
    return receipt;
  end $$;
  create function publication_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    if exists (select from jsonb_to_recordset(receipt->'owned') as g (id uuid, owners uuid[]) join publication p on p.id = g.id
      where p.owner_ids <> organization_swapped(g.owners, source, target)) then return false; end if;
    update publication p set organization_id = case when receipt->'kept' ? p.id::text then source else p.organization_id end,
      owner_ids = coalesce((select g.owners from jsonb_to_recordset(receipt->'owned') as g (id uuid, owners uuid[]) where g.id = p.id), p.owner_ids)
      where receipt->'kept' ? p.id::text or p.id in (select g.id from jsonb_to_recordset(receipt->'owned') as g (id uuid));
    update publication_file set organization_id = source where organization_id = target and receipt->'files' ? id::text;
    update publication_request set organization_id = source where organization_id = target and receipt->'asked' ? id::text;
    return true;
  end $$;
  create function retention_publications_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select x.id::text, x.at, x.organization_id, x.reference from (
      select p.id, p.removed_at as at, p.organization_id, coalesce(p.number, 'P-' || upper(right(p.id::text, 6))) as reference from publication p where p.removed_at is not null
      union all select f.id, f.removed_at, f.organization_id, coalesce(p.number, 'P-' || upper(right(p.id::text, 6))) from publication_file f join publication p on p.id = f.publication_id
        where f.removed_at is not null) x
    where retention_reader() and x.at < as_of - interval '30 days' order by 2, 1 $$;
  create function retention_publications_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  declare
    gone uuid[];
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    select array_agg(p.id) into gone from publication p where p.id::text = any (ids) and p.removed_at < as_of - interval '30 days';
    delete from stored_file s using publication_file f where f.id = s.id
      and (f.publication_id = any (gone) or f.id::text = any (ids) and f.removed_at < as_of - interval '30 days');
    return query delete from publication_file f where f.id::text = any (ids) and f.removed_at < as_of - interval '30 days' returning f.id::text;
    update publication p set supersedes_ids = array(select x from unnest(p.supersedes_ids) x where x <> all (gone)) where p.supersedes_ids && gone;
    return query delete from publication p where p.id = any (gone) returning p.id::text;
  end $$;
  revoke execute on function publications_held(uuid), publication_move(uuid, uuid), publication_put_back(uuid, uuid, jsonb),
    retention_publications_due(timestamptz), retention_publications_take(timestamptz, text[]) from public;
  grant execute on function publications_held(uuid), publication_move(uuid, uuid), publication_put_back(uuid, uuid, jsonb),
    retention_publications_due(timestamptz), retention_publications_take(timestamptz, text[]) to samverkan_app;
`;
