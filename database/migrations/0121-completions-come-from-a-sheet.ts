import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const hosted = `exists (select from offer o where o.id = offer_id and (select ctx_role()) in ${writes} and (select ctx_org()) = any (o.host_ids))`;

/** How many have completed a web course, period by period, from the sheet that its platform gives. */
export class CompletionsComeFromASheet1763900000121 implements MigrationInterface {
  name = 'CompletionsComeFromASheet1763900000121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table offer_import (
        id uuid primary key default new_id(),
        offer_id uuid not null references offer (id),
        imported_on date not null default today()
      );
      comment on table offer_import is 'One sheet of completions, taken in whole and taken back whole.';
      create index offer_import_offer on offer_import (offer_id);
      select secure_table('offer_import');
      create policy read on offer_import for select to samverkan_app using ((select ctx_role()) is not null and exists (select from offer o where o.id = offer_id));
      grant insert (offer_id), delete on offer_import to samverkan_app;
      create policy take_in on offer_import for insert to samverkan_app with check (${hosted});
      create policy take_back on offer_import for delete to samverkan_app using (${hosted});

      alter table offer_reach
        add column import_id uuid references offer_import (id) on delete cascade,
        add column starts_on date,
        add column ends_on date,
        drop constraint offer_reach_source_check,
        drop constraint offer_reach_once,
        add constraint offer_reach_source_check check (source in ('ticked', 'entered', 'imported')),
        add constraint offer_reach_once unique nulls not distinct (offer_id, session_id, source, starts_on, ends_on, profession, municipality_code),
        add constraint offer_reach_imported check ((source = 'imported') = (import_id is not null)),
        add constraint offer_reach_period check (num_nulls(import_id, starts_on, ends_on) in (0, 3) and ends_on >= starts_on and (import_id is null or session_id is null));
      comment on column offer_reach.source is 'Ticked in the list of those who had registered, entered by hand besides, or imported: completions of a web course in a period.';
      create index offer_reach_import on offer_reach (import_id) where import_id is not null;
      grant insert (import_id, starts_on, ends_on) on offer_reach to samverkan_app;
      drop policy enter on offer_reach;
      drop policy take_out on offer_reach;
      create policy enter on offer_reach for insert to samverkan_app with check (source in ('entered', 'imported') and ${hosted}
        and (import_id is null or exists (select from offer_import i where i.id = import_id and i.offer_id = offer_reach.offer_id)));
      create policy take_out on offer_reach for delete to samverkan_app using (source in ('entered', 'imported') and ${hosted});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from offer_reach where source = 'imported';
      drop policy enter on offer_reach;
      drop policy take_out on offer_reach;
      create policy enter on offer_reach for insert to samverkan_app with check (source = 'entered' and ${hosted});
      create policy take_out on offer_reach for delete to samverkan_app using (source = 'entered' and ${hosted});
      alter table offer_reach drop constraint offer_reach_period, drop constraint offer_reach_imported, drop constraint offer_reach_once, drop constraint offer_reach_source_check,
        drop column import_id, drop column starts_on, drop column ends_on;
      alter table offer_reach add constraint offer_reach_source_check check (source in ('ticked', 'entered')),
        add constraint offer_reach_once unique nulls not distinct (offer_id, session_id, source, profession, municipality_code);
      drop table offer_import;
    `);
  }
}
