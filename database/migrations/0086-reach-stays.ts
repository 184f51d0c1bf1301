import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const hosted = `exists (select from offer o where o.id = offer_id and (select ctx_role()) in ${writes} and (select ctx_org()) = any (o.host_ids))`;

/** How many came, by profession and municipality. It stays when those who came are no longer known. */
export class ReachStays1763900000086 implements MigrationInterface {
  name = 'ReachStays1763900000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table offer_reach (
        id uuid primary key default new_id(),
        offer_id uuid not null references offer (id),
        session_id uuid references offer_session (id) on delete cascade,
        source text not null check (source in ('ticked', 'entered')),
        profession text,
        municipality_code text references municipality (code),
        count integer not null check (count > 0),
        constraint offer_reach_once unique nulls not distinct (offer_id, session_id, source, profession, municipality_code)
      );
      comment on table offer_reach is 'Counts and nobody''s name. Small ones are kept from readers by the one place that shows them.';
      comment on column offer_reach.source is 'Ticked in the list of those who had registered, or entered by hand besides.';
      create index offer_reach_session on offer_reach (session_id);
      select secure_table('offer_reach');
      grant insert (offer_id, session_id, source, profession, municipality_code, count), delete on offer_reach to samverkan_app;
      create policy read on offer_reach for select to samverkan_app using ((select ctx_role()) is not null and exists (select from offer o where o.id = offer_id));
      create policy enter on offer_reach for insert to samverkan_app with check (source = 'entered' and ${hosted});
      create policy take_out on offer_reach for delete to samverkan_app using (source = 'entered' and ${hosted});

      -- What is ticked is counted anew at every tick. When those who came are gone from the list, what was counted stands.
      create function offer_reach_count(session uuid) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if not exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session and ctx_role() in ${writes} and ctx_org() = any (o.host_ids)) then
          raise exception 'Not for this actor.' using errcode = '42501';
        end if;
        perform from offer_session where id = session for update;
        if not exists (select from offer_registration r where r.session_id = session) then return; end if;
        delete from offer_reach e where e.session_id = session and e.source = 'ticked';
        insert into offer_reach (offer_id, session_id, source, profession, municipality_code, count)
          select s.offer_id, s.id, 'ticked', r.profession, r.municipality_code, count(*) from offer_registration r join offer_session s on s.id = r.session_id
          where s.id = session and r.attended group by s.offer_id, s.id, r.profession, r.municipality_code;
      end $$;
      revoke execute on function offer_reach_count(uuid) from public;
      grant execute on function offer_reach_count(uuid) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function offer_reach_count(uuid); drop table offer_reach;');
  }
}
