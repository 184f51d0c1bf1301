import type { MigrationInterface, QueryRunner } from 'typeorm';

const editors = `(county_code = any ((select ctx_counties())::text[]) and (select ctx_role()) in ('county_staff', 'county_admin'))`;

/** What anybody tells of a public page that cannot be used: the law asks for a form, and somebody answers. */
export class ShortcomingsAreTold1763900000117 implements MigrationInterface {
  name = 'ShortcomingsAreTold1763900000117';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table public_report (
        id uuid primary key default new_id(),
        county_code text not null references county (code),
        place text not null default '',
        problem text not null,
        reply_to text,
        language text not null check (language in ('sv', 'en')),
        received_at timestamptz not null default clock_timestamp(),
        answered_at timestamptz,
        answered_by text,
        hidden_at timestamptz,
        version integer not null default 1
      );
      comment on column public_report.place is 'The page or file it is about, as the reader says.';
      comment on column public_report.reply_to is 'Where the answer is to go, if that was given; gone once it has been answered.';
      comment on column public_report.answered_by is 'The function of whoever answered, as it was called then.';
      create index public_report_county on public_report (county_code, received_at desc);
      select secure_table('public_report');
      grant update (answered_at, answered_by, reply_to, version) on public_report to samverkan_app;

      create policy read on public_report for select to samverkan_app using (case when hidden_at is null then ${editors}
        else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = public_report.id and s.ended_at is null
          and may_purge(s.owner_ids, s.county_codes)) end);
      create policy answer on public_report for update to samverkan_app using (${editors} and hidden_at is null);

      -- Whoever reads a public page has no role: this is the one way in, and it leads nowhere else.
      create function public_report_add(county text, place text, problem text, reply_to text, language text) returns uuid
        language sql volatile security definer set search_path from current as $$
        insert into public_report (county_code, place, problem, reply_to, language) values ($1, $2, $3, $4, $5) returning id $$;
      create function public_report_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        update public_report r set hidden_at = clock_timestamp(), version = r.version + 1 where r.id = target and r.hidden_at is null
          and r.county_code = any (ctx_counties()) and coalesce(ctx_role(), '') in ('county_staff', 'county_admin');
        if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
      end $$;
      create function public_report_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
          raise exception 'Nothing of this is hidden.' using errcode = '42501';
        end if;
        update public_report r set hidden_at = null, version = r.version + 1,
          place = coalesce(clean->>'place', r.place), problem = coalesce(clean->>'problem', r.problem) where r.id = target;
      end $$;

      -- Sixty days after the answer; what nobody answered after a year.
      create function retention_public_reports_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
        language sql stable security definer set search_path from current as $$
        select r.id::text, coalesce(r.answered_at, r.received_at + interval '305 days'),
          (select o.id from organization o where o.kind = 'county_board' and o.county_code = r.county_code order by o.valid_to desc nulls first limit 1), null::text
        from public_report r
        where retention_reader() and coalesce(r.answered_at, r.received_at + interval '305 days') < as_of - interval '60 days' order by 2, 1 $$;
      create function retention_public_reports_take(as_of timestamptz, ids text[]) returns table (id text)
        language plpgsql volatile security definer set search_path from current as $$
      #variable_conflict use_column
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query delete from public_report r where r.id::text = any (ids)
          and coalesce(r.answered_at, r.received_at + interval '305 days') < as_of - interval '60 days' returning r.id::text;
      end $$;
      revoke execute on function public_report_add(text, text, text, text, text), public_report_hide(uuid), public_report_show(uuid, jsonb),
        retention_public_reports_due(timestamptz), retention_public_reports_take(timestamptz, text[]) from public;
      grant execute on function public_report_add(text, text, text, text, text), public_report_hide(uuid), public_report_show(uuid, jsonb),
        retention_public_reports_due(timestamptz), retention_public_reports_take(timestamptz, text[]) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function retention_public_reports_due(timestamptz), retention_public_reports_take(timestamptz, text[]),
        public_report_add(text, text, text, text, text), public_report_hide(uuid), public_report_show(uuid, jsonb);
      drop table public_report;
    `);
  }
}
