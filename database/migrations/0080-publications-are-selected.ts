import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofTheCounty = `county_code = any ((select ctx_counties())::text[]) and (select ctx_role()) in ('county_staff', 'county_admin')`;

/** What a county shows first of what has been published, in its own order; and links are tried, whether they answer. */
export class PublicationsAreSelected1763900000080 implements MigrationInterface {
  name = 'PublicationsAreSelected1763900000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table publication_selection (
        county_code text not null references county (code),
        publication_id uuid not null references publication (id) on delete cascade,
        sort integer not null,
        primary key (county_code, publication_id)
      );
      create index publication_selection_publication on publication_selection (publication_id);
      select secure_table('publication_selection');
      grant insert, update (sort), delete on publication_selection to samverkan_app;
      create policy read on publication_selection for select to samverkan_app using (exists (select from publication p where p.id = publication_id));
      create policy add on publication_selection for insert to samverkan_app
        with check (${ofTheCounty} and exists (select from publication p where p.id = publication_id));
      create policy change on publication_selection for update to samverkan_app using (${ofTheCounty});
      create policy remove on publication_selection for delete to samverkan_app using (${ofTheCounty});

      -- The night alone asks which links to try, those tried longest ago first, and writes how it went: nobody is told of by it.
      create function publication_links_due(most integer) returns table (id uuid, address text)
        language plpgsql stable security definer set search_path from current as $$
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query select l.id, l.address from publication_link l join publication p on p.id = l.publication_id
          where p.status = 'published' and p.removed_at is null and p.hidden_at is null and (l.checked_at is null or l.checked_at < clock_timestamp() - interval '20 hours')
          order by l.checked_at nulls first, l.id limit most;
      end $$;
      create function publication_link_tried(target uuid, answers boolean) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        update publication_link set checked_at = clock_timestamp(), failing_since = case when answers is null then failing_since when answers then null else coalesce(failing_since, today()) end where id = target;
      end $$;
      revoke execute on function publication_links_due(integer), publication_link_tried(uuid, boolean) from public;
      grant execute on function publication_links_due(integer), publication_link_tried(uuid, boolean) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function publication_links_due(integer), publication_link_tried(uuid, boolean);
      drop table publication_selection;
    `);
  }
}
