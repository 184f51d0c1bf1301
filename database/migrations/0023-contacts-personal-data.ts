import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the directory holds on a person: told to her, taken away with her account, and gone by itself when it has served its time. */
export class ContactsPersonalData1763900000023 implements MigrationInterface {
  name = 'ContactsPersonalData1763900000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When the names of a holder who has left were taken away. Set for every such holder, named, unnamed or with a name kept inside:
      -- what is due tells nobody which of them she was.
      alter table contact_holder add column cleared_at timestamptz;

      -- The functions a person holds or has held. A name kept inside is told to herself alone.
      create function contact_personal_data(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
      begin
        if account is distinct from ctx_user() and not holds_account(account) then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        return (select coalesce(jsonb_agg(jsonb_build_array(f.title, o.name, h.valid_from, h.valid_to) order by h.valid_from), '[]')
          from contact_holder h join contact_function f on f.id = h.function_id join organization o on o.id = f.organization_id
          where exists (select 1 from contact_holder_name n where n.holder_id = h.id and n.user_id = account)
            or account = ctx_user() and exists (select 1 from contact_inside_name i where i.holder_id = h.id and i.user_id = account));
      end $$;
      -- Once her account is erased her name stands nowhere; that somebody held the function, and when, stays.
      create function contact_names_erase(account uuid) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if not exists (select 1 from app_user u where u.id = account and u.erased_at is not null)
          and not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null and r.decision in ('pseudonymise', 'erase')) then
          raise exception 'Nobody has decided this.' using errcode = '42501';
        end if;
        delete from contact_holder_name where user_id = account;
        delete from contact_inside_name where user_id = account;
      end $$;

      create function retention_holders_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
        language sql stable security definer set search_path from current as $$
        select h.id::text, (h.valid_to + 1)::timestamp at time zone 'Europe/Stockholm', h.organization_id, f.title
        from contact_holder h join contact_function f on f.id = h.function_id
        where retention_reader() and h.cleared_at is null and not f.demo and h.valid_to < (as_of at time zone 'Europe/Stockholm')::date - 30 order by 2, 1 $$;
      create function retention_holders_take(as_of timestamptz, ids text[]) returns table (id text)
        language plpgsql volatile security definer set search_path from current as $$
      #variable_conflict use_column
      declare taken uuid[];
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        taken := array(select d.id::uuid from retention_holders_due(as_of) d where d.id = any (ids));
        delete from contact_holder_name n where n.holder_id = any (taken);
        delete from contact_inside_name i where i.holder_id = any (taken);
        return query update contact_holder h set cleared_at = as_of where h.id = any (taken) returning h.id::text;
      end $$;

      create function retention_contacts_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
        language sql stable security definer set search_path from current as $$
        select f.id::text, coalesce(f.verified_on::timestamp at time zone 'Europe/Stockholm', f.created_at), f.organization_id, f.title
        from contact_function f
        where retention_reader() and f.retired_on is null and not f.demo
          and coalesce(f.verified_on::timestamp at time zone 'Europe/Stockholm', f.created_at) < as_of - interval '24 months'
          and not exists (select 1 from action a where a.responsible_function_id = f.id and a.status in ('draft', 'planned', 'ongoing', 'paused')) order by 2, 1 $$;
      create function retention_contacts_take(as_of timestamptz, ids text[]) returns table (id text)
        language plpgsql volatile security definer set search_path from current as $$
      #variable_conflict use_column
      declare taken uuid[];
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        taken := array(select d.id::uuid from retention_contacts_due(as_of) d where d.id = any (ids));
        delete from contact_holder_name n using contact_holder h where h.id = n.holder_id and h.function_id = any (taken);
        delete from contact_inside_name i using contact_holder h where h.id = i.holder_id and h.function_id = any (taken);
        update contact_holder h set valid_to = greatest(h.valid_from, today() - 1), version = h.version + 1, cleared_at = as_of
          where h.function_id = any (taken) and (h.valid_to is null or h.valid_to >= today());
        return query update contact_function f set retired_on = today(), changed_at = clock_timestamp(), version = f.version + 1
          where f.id = any (taken) returning f.id::text;
      end $$;
      revoke execute on function contact_personal_data(uuid), contact_names_erase(uuid), retention_holders_due(timestamptz), retention_holders_take(timestamptz, text[]),
        retention_contacts_due(timestamptz), retention_contacts_take(timestamptz, text[]) from public;
      grant execute on function contact_personal_data(uuid), contact_names_erase(uuid), retention_holders_due(timestamptz), retention_holders_take(timestamptz, text[]),
        retention_contacts_due(timestamptz), retention_contacts_take(timestamptz, text[]) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function contact_personal_data(uuid), contact_names_erase(uuid), retention_holders_due(timestamptz), retention_holders_take(timestamptz, text[]),
        retention_contacts_due(timestamptz), retention_contacts_take(timestamptz, text[]);
      alter table contact_holder drop column cleared_at;`);
  }
}
