import type { MigrationInterface, QueryRunner } from 'typeorm';

const keepers = `('county_staff', 'county_admin')`;

const table = `
  create table publication_owning (
    publication_id uuid not null references publication on delete cascade,
    organization_id uuid not null references organization,
    by_organization_id uuid not null default ctx_org() references organization,
    named_at timestamptz not null default clock_timestamp(),
    seen_at timestamptz,
    left_at timestamptz,
    receipt jsonb,
    primary key (publication_id, organization_id)
  );
  comment on table publication_owning is 'A board that another has named as owner of a publication, and whether it has seen to that or left. Whoever owned one before the rule has a row the day it leaves.';
  comment on column publication_owning.receipt is 'What leaving took along, so that it can come back: who kept it, and the function of its own that answered for it.';
  create index publication_owning_waits on publication_owning (organization_id) where seen_at is null and left_at is null;
  create index publication_owning_by on publication_owning (by_organization_id);
  select secure_table('publication_owning');
  create policy read on publication_owning for select to samverkan_app using (
    (select ctx_role()) <> 'system_admin' and (organization_id = (select ctx_org())
      or exists (select from publication p where p.id = publication_id and (select ctx_org()) = any (p.owner_ids))));
  grant select on publication_owning to samverkan_app;
`;

const telling = `
  -- Notes that those among them who own it now are told so by the acting owner. Gives whom a letter goes to: none whom one was written to within a day, unless she has left since.
  create function publication_owners_named(target uuid, named uuid[]) returns setof uuid language plpgsql volatile security definer set search_path from current as $$
  declare
    p publication; one uuid; before publication_owning;
  begin
    select * into p from publication x where x.id = target and x.hidden_at is null for update;
    if p.id is null or coalesce(ctx_role(), '') not in ${keepers} or not ctx_org() = any (p.owner_ids) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    foreach one in array named loop
      continue when one = ctx_org() or not one = any (p.owner_ids);
      select * into before from publication_owning w where w.publication_id = target and w.organization_id = one;
      insert into publication_owning (publication_id, organization_id, by_organization_id) values (target, one, ctx_org())
        on conflict (publication_id, organization_id) do update set by_organization_id = excluded.by_organization_id, named_at = clock_timestamp(), seen_at = null, left_at = null, receipt = null;
      if before.publication_id is null or before.left_at is not null or before.named_at < clock_timestamp() - interval '1 day' then return next one; end if;
    end loop;
  end $$;

  create function publication_owning_seen(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    if coalesce(ctx_role(), '') not in ${keepers} then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    update publication_owning w set seen_at = clock_timestamp() from publication p where w.publication_id = target and w.organization_id = ctx_org()
      and w.seen_at is null and w.left_at is null and p.id = w.publication_id and p.hidden_at is null and ctx_org() = any (p.owner_ids);
    return found;
  end $$;
  revoke execute on function publication_owners_named(uuid, uuid[]), publication_owning_seen(uuid) from public;
  grant execute on function publication_owners_named(uuid, uuid[]), publication_owning_seen(uuid) to samverkan_app;
`;

const leaving = `
  create function publication_counties(owners uuid[]) returns text[] language sql stable set search_path from current as $$
    select coalesce(array_agg(distinct c.county_code order by c.county_code), '{}') from organization_county c where c.organization_id = any (owners) $$;

  -- What is left behind: for those who own it and nobody else, so that nobody else learns who has left.
  create function publication_owning_traced(before publication, after publication, kind text) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    insert into change_log (area, object_id, level, version, field, before, after)
      values ('publications', after.id, 0, after.version, 'ownerIds', to_jsonb(before.owner_ids), to_jsonb(after.owner_ids));
    insert into event (area, object_id, level, kind) values ('publications', after.id, 0, kind);
    -- Whoever no longer sees it is told that it is gone.
    if kind = 'publication.left' then
      insert into event (area, object_id, level, kind, former_level, former_owners, former_partners, former_counties)
        values ('publications', after.id, before.shown, 'publication.gone', before.shown, before.owner_ids, '{}', before.county_codes);
    end if;
  end $$;

  -- Never the last one that stands: nothing is nobody's. The day of its last change stays: to others nothing tells when somebody left. Of whoever kept it the next of those does; a function of hers answers for it no longer.
  create function publication_leave(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    a publication; b publication; rest uuid[]; heir uuid; answers boolean;
  begin
    select * into b from publication x where x.id = target and x.hidden_at is null and x.removed_at is null for update;
    if b.id is null or coalesce(ctx_role(), '') not in ${keepers} or not ctx_org() = any (b.owner_ids) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    rest := array_remove(b.owner_ids, ctx_org());
    heir := (select g.id from unnest(rest) with ordinality w (id, place) join organization g on g.id = w.id
      where g.merged_into_id is null and (g.valid_to is null or g.valid_to >= today()) order by w.id <> b.organization_id, w.place limit 1);
    if heir is null then return 'publication.last-owner'; end if;
    answers := exists (select from contact_function f where f.id = b.function_id and f.organization_id = ctx_org());
    update publication x set version = x.version + 1, owner_ids = rest, county_codes = publication_counties(rest),
      organization_id = case when x.organization_id = ctx_org() then heir else x.organization_id end,
      function_id = case when answers then null else x.function_id end where x.id = b.id returning x.* into a;
    perform publication_owning_traced(b, a, 'publication.left');
    insert into publication_owning (publication_id, organization_id, seen_at, left_at, receipt)
      values (b.id, ctx_org(), clock_timestamp(), clock_timestamp(), jsonb_build_object('kept', b.organization_id = ctx_org(), 'function', case when answers then b.function_id end))
      on conflict (publication_id, organization_id) do update set seen_at = excluded.seen_at, left_at = excluded.left_at, receipt = excluded.receipt;
    return 'done';
  end $$;

  -- For a day. Named anew meanwhile she is an owner already, and is told so.
  create function publication_leave_undo(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    a publication; b publication; w publication_owning; owners uuid[];
  begin
    select * into b from publication x where x.id = target and x.hidden_at is null and x.removed_at is null for update;
    select * into w from publication_owning x where x.publication_id = target and x.organization_id = ctx_org() for update;
    if b.id is null or coalesce(ctx_role(), '') not in ${keepers} or w.publication_id is null then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if ctx_org() = any (b.owner_ids) then return 'publication.owns-already'; end if;
    if w.left_at is null or w.left_at < clock_timestamp() - interval '1 day' then return 'publication.too-late-to-come-back'; end if;
    owners := case when (w.receipt->>'kept')::boolean then ctx_org() || b.owner_ids else b.owner_ids || ctx_org() end;
    update publication x set version = x.version + 1, owner_ids = owners, county_codes = publication_counties(owners),
      organization_id = case when (w.receipt->>'kept')::boolean then ctx_org() else x.organization_id end,
      function_id = coalesce(x.function_id, (select f.id from contact_function f where f.id = (w.receipt->>'function')::uuid and f.retired_on is null and f.organization_id = ctx_org()))
      where x.id = b.id returning x.* into a;
    update publication_owning x set left_at = null, receipt = null where x.publication_id = target and x.organization_id = ctx_org();
    perform publication_owning_traced(b, a, 'publication.came-back');
    return 'done';
  end $$;
  revoke execute on function publication_counties(uuid[]), publication_owning_traced(publication, publication, text), publication_leave(uuid), publication_leave_undo(uuid) from public;
  grant execute on function publication_leave(uuid), publication_leave_undo(uuid) to samverkan_app;
`;

/** A board that is named an owner of a publication is told so until it has seen to it; and each owner but the last leaves by itself, which only the owners learn of. */
export class WhoeverIsNamedAnOwnerIsTold1763900000148 implements MigrationInterface {
  name = 'WhoeverIsNamedAnOwnerIsTold1763900000148';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [table, telling, leaving]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function publication_leave(uuid), publication_leave_undo(uuid), publication_owning_traced(publication, publication, text), publication_counties(uuid[]);
      drop function publication_owners_named(uuid, uuid[]), publication_owning_seen(uuid);
      drop table publication_owning;
    `);
  }
}
