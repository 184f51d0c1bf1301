import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Functions are confirmed: letters with a code for one purpose, and what readers say is wrong. */
export class ContactsAreVerified1763900000018 implements MigrationInterface {
  name = 'ContactsAreVerified1763900000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contact_function add column asked_on date, add column reminders smallint not null default 0;
      comment on column contact_function.asked_on is 'The day the latest letter left that asks whether all is right; null once somebody has answered.';

      -- A code that was mailed to a function's mailbox, for one purpose and once. Only its hash is kept, and nobody reads it back.
      create table contact_letter (
        id uuid primary key default new_id(),
        function_id uuid not null references contact_function (id) on delete cascade,
        token_hash bytea not null unique,
        sent_at timestamptz not null default clock_timestamp(), expires_at timestamptz not null, used_at timestamptz
      );
      create index contact_letter_function on contact_letter (function_id);
      select secure_table('contact_letter');
      grant insert (function_id, token_hash, expires_at) on contact_letter to samverkan_app;
      create policy send on contact_letter for insert to samverkan_app with check (
        (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')
        and exists (select 1 from contact_function f where f.id = function_id and f.organization_id = (select ctx_org())));

      -- What a reader says is wrong: seen by whoever keeps the function's facts, and by herself.
      create table contact_report (
        id uuid primary key default new_id(),
        function_id uuid not null references contact_function (id) on delete cascade,
        organization_id uuid not null default ctx_org() references organization (id), user_id uuid not null default ctx_user(),
        what text[] not null, text text not null default '',
        created_at timestamptz not null default clock_timestamp(), resolved_at timestamptz
      );
      create index contact_report_function on contact_report (function_id, created_at desc);
      select secure_table('contact_report');
      grant insert on contact_report to samverkan_app;
      grant update (resolved_at) on contact_report to samverkan_app;
      create function keeps_contact(contact uuid) returns boolean language sql stable set search_path from current as $$
        select ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and exists (select 1 from contact_function f where f.id = contact
          and (f.organization_id = ctx_org() or f.visibility >= 2 and ctx_role() in ('county_staff', 'county_admin') and f.county_codes && ctx_counties()))
      $$;
      create policy read on contact_report for select to samverkan_app using (
        user_id = (select ctx_user()) and organization_id = (select ctx_org()) or keeps_contact(function_id));
      create policy report on contact_report for insert to samverkan_app with check (
        user_id = (select ctx_user()) and organization_id = (select ctx_org()) and (select ctx_role()) is not null
        and exists (select 1 from contact_function f where f.id = function_id));
      create policy resolve on contact_report for update to samverkan_app using (keeps_contact(function_id));

      -- The function a code is for, while the code is good: ids and nothing else.
      create function contact_letter_for(hash bytea) returns setof uuid language sql stable security definer set search_path from current as $$
        select l.function_id from contact_letter l join contact_function f on f.id = l.function_id
        where l.token_hash = hash and l.used_at is null and l.expires_at > now() and f.retired_on is null and f.hidden_at is null
      $$;
      -- Whose the functions are that letters are for, and those that are due: a fortnight before the day, and twice more a fortnight apart.
      create function contact_owner_of(contact uuid) returns setof uuid language sql stable security definer set search_path from current as $$
        select f.organization_id from contact_function f where f.id = contact
      $$;
      create function contact_due() returns setof uuid language sql stable security definer set search_path from current as $$
        select f.id from contact_function f
        where f.retired_on is null and f.hidden_at is null and f.mailbox is not null and f.next_verification_on <= today() + 14
          and (f.asked_on is null or f.asked_on <= today() - 14 and f.reminders < 2)
        order by f.next_verification_on, f.id
      $$;
      -- Uses the code up: all is right today. The history says that it was confirmed by letter, by nobody in particular.
      create function contact_confirm(hash bytea) returns setof uuid language plpgsql volatile security definer set search_path from current as $$
      declare
        found_id uuid;
        f contact_function;
      begin
        select x into found_id from contact_letter_for(hash) x;
        if found_id is null then return; end if;
        update contact_letter set used_at = clock_timestamp() where function_id = found_id and used_at is null;
        update contact_function c set verified_on = today(), asked_on = null, reminders = 0, version = c.version + 1, changed_at = clock_timestamp(),
            next_verification_on = (today() + case when o.kind = 'civil_society' then interval '3 months' else interval '6 months' end)::date
          from organization o where o.id = c.organization_id and c.id = found_id returning c.* into f;
        insert into change_log (area, object_id, level, version, field, user_id, organization_id)
          values ('contacts', f.id, f.visibility, f.version, 'verified', '00000000-0000-7000-8000-000000000000', f.organization_id);
        insert into event (area, object_id, level, kind, organization_id) values ('contacts', f.id, f.visibility, 'contact.verified', f.organization_id);
        return next found_id;
      end $$;
      -- What is found by the name of somebody whose last day has passed is made anew without it. Gives the functions.
      create function contact_search_tidy() returns setof uuid language plpgsql volatile security definer set search_path from current as $$
      declare
        past uuid[];
      begin
        past := array(select distinct h.function_id from contact_holder h join contact_holder_name n on n.holder_id = h.id
          where h.valid_to between today() - 8 and today() - 1);
        perform contact_search_refresh(past);
        return query select unnest(past);
      end $$;
      revoke execute on function contact_letter_for(bytea), contact_owner_of(uuid), contact_due(), contact_confirm(bytea), contact_search_tidy() from public;
      grant execute on function contact_letter_for(bytea), contact_owner_of(uuid), contact_due(), contact_confirm(bytea), contact_search_tidy() to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function contact_letter_for(bytea), contact_owner_of(uuid), contact_due(), contact_confirm(bytea), contact_search_tidy();
      drop table contact_letter, contact_report; drop function keeps_contact(uuid);
      alter table contact_function drop column asked_on, drop column reminders;
    `);
  }
}
