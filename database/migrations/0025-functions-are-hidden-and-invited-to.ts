import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts of functions can be hidden and cleaned; and an invitation can be to a function, which its guest then holds. */
export class FunctionsAreHiddenAndInvitedTo1763900000025 implements MigrationInterface {
  name = 'FunctionsAreHiddenAndInvitedTo1763900000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(hiding);
    await runner.query(elsewhere);
    await runner.query(invitations);
  }

  async down(): Promise<void> {
    throw new Error('What has been hidden must not come forth: restore a backup instead.');
  }
}

const hiding = `
  alter table contact_report add column hidden_at timestamptz;
  alter policy read on contact_report using (
    (hidden_at is null and (user_id = (select ctx_user()) and organization_id = (select ctx_org()) or keeps_contact(function_id)))
    or (id = (select ctx_purging()) and exists (select 1 from sensitive_text s where s.object_id = contact_report.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes))));

  -- Whoever may read it may hide it. Actions that the function answers for have its title in words: those go too, and come back with it.
  create function contact_text_hide(target_kind text, target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    found_id uuid;
  begin
    if ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') then
      if target_kind = 'report' then
        select r.id into found_id from contact_report r join contact_function f on f.id = r.function_id
          where r.id = target and r.hidden_at is null and f.hidden_at is null
            and (keeps_contact(r.function_id) or r.user_id = ctx_user() and r.organization_id = ctx_org()) for update of r;
      else
        select f.id into found_id from contact_function f
          where f.id = target and f.hidden_at is null and could_read(f.visibility, array[f.organization_id], '{}', f.county_codes) for update;
      end if;
    end if;
    if found_id is null then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if target_kind = 'report' then
      update contact_report set hidden_at = clock_timestamp() where id = target;
    else
      update contact_function set hidden_at = clock_timestamp(), version = version + 1 where id = target;
      update action set responsible_function = null where responsible_function_id = target;
    end if;
  end $$;

  -- Writes the clean words over the old ones and shows the thing again; without words it is shown as it was. Names that are not among the
  -- clean ones are taken away: the function then stands without.
  create function contact_text_show(target_kind text, target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    old_title text;
    new_title text;
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if target_kind = 'report' then
      update contact_report set hidden_at = null, text = coalesce(clean->>'text', text) where id = target;
      return;
    end if;
    select f.title into old_title from contact_function f where f.id = target for update;
    update contact_function set hidden_at = null, version = version + 1, changed_at = clock_timestamp(),
      title = coalesce(clean->>'title', title), note = coalesce(clean->>'note', note),
      mailbox = case when clean ? 'mailbox' then nullif(clean->>'mailbox', '') else mailbox end,
      phone = case when clean ? 'phone' then nullif(clean->>'phone', '') else phone end
      where id = target returning title into new_title;
    if clean ? 'holderNames' then
      delete from contact_holder_name n where n.function_id = target
        and n.name <> all (array(select btrim(x) from regexp_split_to_table(clean->>'holderNames', '\\n') x));
    end if;
    update action set responsible_function = new_title where responsible_function_id = target;
    if new_title <> old_title then
      update change_log c set before = case when before = to_jsonb(old_title) then '"[borttaget]"' else before end,
        after = case when after = to_jsonb(old_title) then '"[borttaget]"' else after end
        where c.area = 'actions' and c.field = 'responsibleFunction' and (c.before = to_jsonb(old_title) or c.after = to_jsonb(old_title))
          and c.object_id in (select a.id from action a where a.responsible_function_id = target
            union select l.object_id from change_log l where l.area = 'actions' and l.field = 'responsibleFunctionId' and to_jsonb(target::text) in (l.before, l.after));
    end if;
  end $$;
  revoke execute on function contact_text_hide(text, uuid), contact_text_show(text, uuid, jsonb) from public;
  grant execute on function contact_text_hide(text, uuid), contact_text_show(text, uuid, jsonb) to samverkan_app;
`;

// Where titles of functions are told with the owner's eyes, a hidden one is told without its words.
const elsewhere = `
  create or replace function contact_personal_data(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(case when f.hidden_at is null then f.title else '[dold]' end, o.name, h.valid_from, h.valid_to) order by h.valid_from), '[]')
      from contact_holder h join contact_function f on f.id = h.function_id join organization o on o.id = f.organization_id
      where exists (select 1 from contact_holder_name n where n.holder_id = h.id and n.user_id = account)
        or account = ctx_user() and exists (select 1 from contact_inside_name i where i.holder_id = h.id and i.user_id = account));
  end $$;
  create or replace function retention_holders_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select h.id::text, (h.valid_to + 1)::timestamp at time zone 'Europe/Stockholm', h.organization_id, case when f.hidden_at is null then f.title else '[dold]' end
    from contact_holder h join contact_function f on f.id = h.function_id
    where retention_reader() and h.cleared_at is null and not f.demo and h.valid_to < (as_of at time zone 'Europe/Stockholm')::date - 30 order by 2, 1 $$;
  create or replace function retention_contacts_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select f.id::text, coalesce(f.verified_on::timestamp at time zone 'Europe/Stockholm', f.created_at), f.organization_id, case when f.hidden_at is null then f.title else '[dold]' end
    from contact_function f
    where retention_reader() and f.retired_on is null and not f.demo
      and coalesce(f.verified_on::timestamp at time zone 'Europe/Stockholm', f.created_at) < as_of - interval '24 months'
      and not exists (select 1 from action a where a.responsible_function_id = f.id and a.status in ('draft', 'planned', 'ongoing', 'paused')) order by 2, 1 $$;
`;

const invitations = `
  -- Which function an invitation is to. Who may see the invitation may see the row.
  create table contact_invitation (
    invitation_id uuid primary key references invitation (id) on delete cascade,
    function_id uuid not null references contact_function (id) on delete cascade,
    -- The guest follows whoever holds it now; else she is that one.
    takes_over boolean not null default false
  );
  create index contact_invitation_function on contact_invitation (function_id);
  select secure_table('contact_invitation');
  grant insert on contact_invitation to samverkan_app;
  create policy read on contact_invitation for select to samverkan_app using (exists (select 1 from invitation i where i.id = invitation_id));
  create policy invite on contact_invitation for insert to samverkan_app with check (exists (
    select 1 from invitation i join contact_function f on f.organization_id = i.organization_id
    where i.id = invitation_id and f.id = function_id and f.retired_on is null and (not takes_over or f.organization_id = (select ctx_org()))));

  -- The guest has come: she holds the function from today. Her name is open only where the name that stood there was; she opens it herself.
  -- Somebody else who holds it with an account of her own is followed only where her own organisation has said so.
  create function contact_guest_comes() returns trigger language plpgsql security definer set search_path from current as $$
  declare
    asked contact_invitation;
    f contact_function;
    present contact_holder;
    guest text;
    open_name text;
    told boolean := false;
  begin
    select * into asked from contact_invitation i where i.invitation_id = new.id;
    if not found then return null; end if;
    select * into f from contact_function c where c.id = asked.function_id and c.organization_id = new.organization_id and c.retired_on is null for update;
    if not found then return null; end if;
    select u.name into guest from app_user u where u.id = new.used_by;
    select * into present from contact_holder h where h.function_id = f.id and not h.deputy and h.valid_from <= today() and (h.valid_to is null or h.valid_to >= today());
    if exists (select 1 from contact_holder_name n where n.holder_id = present.id and n.user_id = new.used_by)
      or exists (select 1 from contact_inside_name i where i.holder_id = present.id and i.user_id = new.used_by) then return null; end if;
    if present.id is not null and not asked.takes_over then
      if exists (select 1 from contact_holder_name n where n.holder_id = present.id and n.user_id is not null)
        or exists (select 1 from contact_inside_name i where i.holder_id = present.id and i.user_id is not null) then return null; end if;
      update contact_holder set version = version + 1 where id = present.id;
      select n.name into open_name from contact_holder_name n where n.holder_id = present.id;
      told := open_name is distinct from guest and open_name is not null;
      if open_name is null then
        insert into contact_inside_name (holder_id, function_id, organization_id, name, user_id) values (present.id, f.id, f.organization_id, guest, new.used_by)
          on conflict (holder_id) do update set name = excluded.name, user_id = excluded.user_id;
      else
        update contact_holder_name set name = guest, user_id = new.used_by where holder_id = present.id;
      end if;
    else
      -- Somebody who began today is set right by hand, not succeeded.
      if present.valid_from = today() then return null; end if;
      update contact_holder set valid_to = today() - 1, version = version + 1 where id = present.id;
      insert into contact_holder (function_id, organization_id, valid_from, valid_to)
        select f.id, f.organization_id, today(), min(h.valid_from) - 1 from contact_holder h where h.function_id = f.id and not h.deputy and h.valid_from > today()
        returning * into present;
      insert into contact_inside_name (holder_id, function_id, organization_id, name, user_id) values (present.id, f.id, f.organization_id, guest, new.used_by);
      told := true;
    end if;
    if told then
      update contact_function c set version = c.version + 1, changed_at = clock_timestamp() where c.id = f.id returning c.* into f;
      insert into change_log (area, object_id, level, version, field, user_id, organization_id)
        values ('contacts', f.id, f.visibility, f.version, 'holder', '00000000-0000-7000-8000-000000000000', f.organization_id);
      insert into event (area, object_id, level, kind, organization_id) values ('contacts', f.id, f.visibility, 'contact.holder-appointed', f.organization_id);
    end if;
    perform audit_write('contact.holder-appointed', 'contacts', f.id, 'done', 'by-invitation', null, null);
    return null;
  end $$;
  revoke execute on function contact_guest_comes() from public;
  create trigger contact_guest_comes after update of used_by on invitation for each row when (new.used_by is not null and old.used_by is null)
    execute function contact_guest_comes();
`;
