import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parties are registered and kept by themselves and by their county, with what they were before, and texts that can be hidden. */
export class PartiesKeepThemselves1763900000015 implements MigrationInterface {
  name = 'PartiesKeepThemselves1763900000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(asOf);
    await runner.query(texts);
  }

  async down(): Promise<void> {
    throw new Error('Parties that have been registered would be lost: restore a backup instead.');
  }
}

const tables = `
  alter table organization
    add column registrar_id uuid references organization (id),
    add column merged_into_id uuid references organization (id),
    add column checked jsonb not null default '{}';
  comment on column organization.registrar_id is 'Who registered it, and keeps it until the party itself or its county has changed something.';
  comment on column organization.merged_into_id is 'It was the same party as this one, registered twice: its address leads on.';
  comment on column organization.checked is 'The day each fact was last checked against a source, by the fact''s name in the contract. What is not named has not been checked.';
  create index organization_registrar on organization (registrar_id) where registrar_id is not null;
  create index organization_merged_into on organization (merged_into_id) where merged_into_id is not null;

  -- What a party was before: one row for each value that has been followed by another on a day. Corrections leave none.
  create table organization_past (
    id uuid primary key default new_id(),
    organization_id uuid not null references organization (id) on delete cascade,
    field text not null check (field in ('kind', 'name_en', 'abbreviation', 'organization_number', 'website', 'description', 'description_en',
      'parent_id', 'county_code', 'county_codes', 'municipality_codes')),
    value jsonb not null,
    valid_to date not null,
    version integer not null,
    -- A later change from an earlier day has taken its place.
    replaced_in integer
  );
  comment on column organization_past.version is 'The version of the party that was made when this became the past.';
  create index organization_past_organization on organization_past (organization_id, field, valid_to);

  -- Whether the actor keeps the facts of a party: its own writers, its county, the one who registered it, or for the nation whoever keeps the system.
  create function keeps_organization(given uuid) returns boolean language sql stable set search_path from current as $$
    select exists (select 1 from organization o where o.id = given and o.merged_into_id is null and (
      (ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and (o.id = ctx_org() or o.registrar_id = ctx_org()))
      or (ctx_role() in ('county_staff', 'county_admin')
        and exists (select 1 from organization_county c where c.organization_id = o.id and c.county_code = any (ctx_counties())))
      or (ctx_role() = 'system_admin' and not exists (select 1 from organization_county c where c.organization_id = o.id))))
  $$;

  -- What a party of the reference list is never changes by hand: its key, kind and place are the nation's.
  create function organization_identity_stays() returns trigger language plpgsql as $$
  begin
    if new.key <> old.key or (split_part(old.key, ':', 1) not in ('registered', 'demo') and new.kind <> old.kind) then
      raise exception 'The identity of a party of the reference list stays.' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger organization_identity_stays before update of key, kind on organization
    for each row execute function organization_identity_stays();

  -- Derived from what the writer may write; she needs no right to write it herself.
  create or replace function organization_name_search() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    update organization o set search = organization_search_text(o)
      where o.id = coalesce(new.organization_id, old.organization_id) and o.search <> organization_search_text(o);
    return null;
  end $$;
  create or replace function organization_keeps_its_name() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    insert into organization_name (organization_id, name, usage) values (new.id, new.name, 'name') on conflict do nothing;
    return null;
  end $$;
  revoke execute on function organization_name_search(), organization_keeps_its_name() from public;

  -- A name that begins on a day to come is the party's from that day on.
  create function organization_names_begin() returns void language sql volatile security definer set search_path from current as $$
    update organization o set name = n.name, version = o.version + 1
      from organization_name n
      where n.organization_id = o.id and n.usage = 'name' and n.name <> o.name
        and n.valid_from <= today() and (n.valid_to is null or n.valid_to >= today())
        and not exists (select 1 from organization_name present where present.organization_id = o.id and present.usage = 'name'
          and present.name = o.name and (present.valid_to is null or present.valid_to >= today()))
  $$;
  revoke execute on function organization_names_begin() from public;
  grant execute on function organization_names_begin() to samverkan_app;
`;

const rights = `
  select secure_table('organization_past');
  grant insert, update (replaced_in), delete on organization_past to samverkan_app;
  create policy keep on organization_past for insert to samverkan_app with check (keeps_organization(organization_id));
  create policy replace on organization_past for update to samverkan_app using (keeps_organization(organization_id));
  create policy undo on organization_past for delete to samverkan_app using (keeps_organization(organization_id));

  grant insert, update (kind, name, name_en, abbreviation, organization_number, website, description, description_en, county_code,
    parent_id, successor_id, valid_from, valid_to, registrar_id, checked, version) on organization to samverkan_app;
  create policy register on organization for insert to samverkan_app with check (
    key like 'registered:%' and not demo and merged_into_id is null and successor_id is null
    and (registrar_id = (select ctx_org()) or (registrar_id is null and (select ctx_role()) = 'system_admin'))
    and kind not in ('county_board', 'municipality', 'region')
    and (select ctx_role()) in ('coordinator', 'county_staff', 'county_admin', 'system_admin'));
  create policy keep on organization for update to samverkan_app using (keeps_organization(id)) with check (true);

  grant insert, delete on organization_name, organization_county, organization_municipality to samverkan_app;
  create policy keep on organization_name for insert to samverkan_app with check (keeps_organization(organization_id));
  create policy drop on organization_name for delete to samverkan_app using (keeps_organization(organization_id));
  -- Where a county board, a region or a municipality works gives rights: it is the law's, not theirs. A county answers for itself alone.
  create function places_organization(given uuid, county text) returns boolean language sql stable set search_path from current as $$
    select keeps_organization(given) and exists (select 1 from organization o where o.id = given and o.kind not in ('county_board', 'municipality', 'region'))
      and (county is null or ctx_role() not in ('coordinator', 'county_staff', 'county_admin') or county = any (ctx_counties()))
  $$;
  create policy keep on organization_county for insert to samverkan_app with check (places_organization(organization_id, county_code));
  create policy drop on organization_county for delete to samverkan_app using (places_organization(organization_id, county_code));
  create policy keep on organization_municipality for insert to samverkan_app with check (places_organization(organization_id, null));
  create policy drop on organization_municipality for delete to samverkan_app using (places_organization(organization_id, null));

  -- A party registered by mistake goes as it came, while nothing hangs on it; a foreign key says when something does.
  create function organization_withdraw(given uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from organization o where o.id = given and o.key like 'registered:%' and o.version = 1 and keeps_organization(o.id)) then
      raise exception 'Not for this actor.' using errcode = '42501';
    end if;
    delete from organization where id = given;
  end $$;
  -- In which function somebody did something for her organisation. Her name is not told.
  create function function_of_member(person uuid, organization uuid) returns text language sql stable security definer set search_path from current as $$
    select m.title from membership m where ctx_role() is not null and m.user_id = person and m.organization_id = organization
      order by m.valid_to desc nulls first, m.valid_from desc limit 1
  $$;
  revoke execute on function organization_withdraw(uuid), function_of_member(uuid, uuid) from public;
  grant execute on function organization_withdraw(uuid), function_of_member(uuid, uuid) to samverkan_app;

  create policy event_of_organization on event for select to samverkan_app using (
    area = 'organizations' and (select ctx_role()) is not null and exists (select 1 from organization o where o.id = object_id));
`;

const asOf = `
  create function organization_name_at(given uuid, day date) returns text language sql stable as $$
    select n.name from organization_name n where n.organization_id = given and n.usage = 'name'
      and (n.valid_from is null or n.valid_from <= day) and (n.valid_to is null or n.valid_to >= day)
    order by n.valid_from desc nulls last limit 1
  $$;
  -- The values that held on the day and do not hold any more, by column.
  create function organization_values_at(given uuid, day date) returns jsonb language sql stable as $$
    select coalesce(jsonb_object_agg(p.field, p.value), '{}') from (
      select distinct on (p.field) p.field, p.value from organization_past p
      where p.organization_id = given and p.replaced_in is null and p.valid_to >= day order by p.field, p.valid_to) p
  $$;
  -- The party as it was on the day; on no day as it is.
  create function organization_at(given organization, day date) returns organization language sql stable as $$
    select case when day is null then given else jsonb_populate_record(given, organization_values_at(given.id, day)
      || jsonb_build_object('name', coalesce(organization_name_at(given.id, day), given.name))) end
  $$;
  create function organization_counties_at(given uuid, day date) returns text[] language sql stable as $$
    select coalesce((select array(select jsonb_array_elements_text(v -> 'county_codes')) from organization_values_at(given, day) v
      where day is not null and v ? 'county_codes'),
      array(select c.county_code from organization_county c where c.organization_id = given order by c.county_code))
  $$;
  create function organization_municipalities_at(given uuid, day date) returns text[] language sql stable as $$
    select coalesce((select array(select jsonb_array_elements_text(v -> 'municipality_codes')) from organization_values_at(given, day) v
      where day is not null and v ? 'municipality_codes'),
      array(select m.municipality_code from organization_municipality m where m.organization_id = given order by m.municipality_code))
  $$;

  -- What tells one party's name from another's: without the words that many have.
  create function organization_core(given text) returns text language sql immutable strict parallel safe as $$
    select coalesce(nullif(btrim(regexp_replace(regexp_replace(lower(given),
      '\\m(kommuns?|region(en)?|landsting(et)?|länsstyrelsen|föreningen?|ideella?|förbund(et)?|stiftelsen?|svenska|sveriges|i|och|för|län|läns)\\M', ' ', 'g'), '\\s+', ' ', 'g')), ''), lower(given))
  $$;
  -- Parties that may be the same, the likest first: by every name they have had, their abbreviation, and their number.
  create function organization_alike(given text, number text) returns table (id uuid, matched text, likeness real) language sql stable set search_path from current as $$
    select distinct on (o.id) o.id, n.name, case when o.organization_number = number then 1 else
        greatest(similarity(organization_core(n.name), organization_core(given)), word_similarity(organization_core(given), organization_core(n.name)) * 0.9) * 0.9
          + similarity(n.name, given) * 0.1 end::real as likeness
    from organization o join lateral (
      select x.name from organization_name x where x.organization_id = o.id union select o.abbreviation where o.abbreviation is not null) n on true
    where o.organization_number = number
      or similarity(organization_core(n.name), organization_core(given)) >= 0.45
      or word_similarity(organization_core(given), organization_core(n.name)) >= 0.7
    order by o.id, likeness desc
  $$;
`;

const texts = `
  -- The words of a party that somebody has hidden: out of the party's own row until they are cleaned.
  create table organization_hidden_text (
    organization_id uuid primary key references organization (id) on delete cascade,
    description text, description_en text, hidden_at timestamptz not null default clock_timestamp()
  );
  select secure_table('organization_hidden_text');
  create policy clean on organization_hidden_text for select to samverkan_app using (
    organization_id = (select ctx_purging()) and exists (select 1 from sensitive_text s where s.object_id = organization_id and s.ended_at is null
      and may_purge(s.owner_ids, s.county_codes)));
  create function organization_text_is_hidden(given uuid) returns boolean language sql stable security definer set search_path from current as $$
    select exists (select 1 from organization_hidden_text h where h.organization_id = given)
  $$;
  create policy read on organization_past for select to samverkan_app using (
    (select ctx_role()) is not null and not (field in ('description', 'description_en') and organization_text_is_hidden(organization_id)));
  create policy history_of_organization on change_log for select to samverkan_app using (
    area = 'organizations' and (select ctx_role()) is not null and exists (select 1 from organization o where o.id = object_id)
    and not (field in ('description', 'descriptionEn') and organization_text_is_hidden(object_id)));

  create function organization_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if ctx_role() is null or ctx_role() not in ('coordinator', 'partner', 'county_staff', 'county_admin') then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    insert into organization_hidden_text (organization_id, description, description_en)
      select o.id, o.description, o.description_en from organization o where o.id = target for update;
    update organization set description = null, description_en = null, version = version + 1 where id = target;
  end $$;
  -- Writes the clean words and shows them; without words what stood there is shown again. What it said before goes with what was cleaned.
  create function organization_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    hidden organization_hidden_text;
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    delete from organization_hidden_text h where h.organization_id = target returning * into hidden;
    update organization o set version = o.version + 1,
      description = case when clean ? 'description' then nullif(clean->>'description', '') else hidden.description end,
      description_en = case when clean ? 'descriptionEn' then nullif(clean->>'descriptionEn', '') else hidden.description_en end
      where o.id = target;
    if clean is not null then
      delete from organization_past p where p.organization_id = target and p.field in ('description', 'description_en');
    end if;
  end $$;
  revoke execute on function organization_text_is_hidden(uuid), organization_text_hide(uuid), organization_text_show(uuid, jsonb) from public;
  grant execute on function organization_text_is_hidden(uuid), organization_text_hide(uuid), organization_text_show(uuid, jsonb) to samverkan_app;
`;
