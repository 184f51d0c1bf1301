import type { MigrationInterface, QueryRunner } from 'typeorm';
import { offerUptake } from './parts/offer-uptake';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** What those who came thought of it, told by nobody in particular; and what municipalities take up by themselves. */
export class TrainingsAreEvaluated1763900000087 implements MigrationInterface {
  name = 'TrainingsAreEvaluated1763900000087';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(offerUptake);
    await runner.query(`
      alter table offer_registration add column asked boolean not null default false;
      comment on column offer_registration.asked is 'She has been sent the questions. Whether she answered is not known.';

      create table offer_ticket (
        token_hash bytea primary key,
        session_id uuid not null references offer_session (id) on delete cascade,
        expires_on date not null default today() + 30
      );
      comment on table offer_ticket is 'Lets somebody answer once. It says of which session, and not who; when it is used it is gone.';
      create index offer_ticket_session on offer_ticket (session_id);
      -- Ids without time: an answer has no moment.
      create table offer_answer (
        id uuid primary key default gen_random_uuid(),
        session_id uuid not null references offer_session (id) on delete cascade,
        answers smallint[] not null check (cardinality(answers) = 4 and 1 <= all (answers) and 5 >= all (answers))
      );
      create index offer_answer_session on offer_answer (session_id);
      create table offer_told (
        offer_id uuid primary key references offer (id),
        answers integer not null,
        means numeric[] not null
      );
      comment on table offer_told is 'The answers as they are shown, reckoned anew when five more have come: one alone is never the difference of two days.';
      select secure_table('offer_ticket'), secure_table('offer_answer'), secure_table('offer_told');

      -- Whom the night asks: those who came, from the day after until two weeks after, once.
      create function offer_questions_due() returns setof uuid language plpgsql volatile security definer set search_path from current as $$
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        delete from offer_ticket where expires_on < today();
        return query update offer_registration r set asked = true from offer_session s join offer o on o.id = s.offer_id
          where s.id = r.session_id and r.attended and not r.asked and today() - coalesce(s.last_day, s.day) between 1 and 14 and o.hidden_at is null returning r.id;
      end $$;
      create function offer_ticket_make(session uuid, hash bytea) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        insert into offer_ticket (token_hash, session_id) values (hash, session);
      end $$;
      create function offer_questions_of(hash bytea) returns text language sql stable security definer set search_path from current as $$
        select o.title from offer_ticket t join offer_session s on s.id = t.session_id join offer o on o.id = s.offer_id
        where t.token_hash = hash and t.expires_on >= today() and o.hidden_at is null
      $$;
      create function offer_answer_give(hash bytea, given smallint[]) returns boolean language plpgsql volatile security definer set search_path from current as $$
      declare
        session uuid; offer uuid;
      begin
        delete from offer_ticket t where t.token_hash = hash and t.expires_on >= today() returning t.session_id into session;
        if session is null then return false; end if;
        insert into offer_answer (session_id, answers) values (session, given);
        select s.offer_id into offer from offer_session s where s.id = session;
        perform from offer o where o.id = offer for update;
        insert into offer_told as t (offer_id, answers, means)
          select offer, count(*), array[round(avg(a.answers[1]), 1), round(avg(a.answers[2]), 1), round(avg(a.answers[3]), 1), round(avg(a.answers[4]), 1)]
            from offer_answer a join offer_session s on s.id = a.session_id where s.offer_id = offer having count(*) >= 5
          on conflict (offer_id) do update set answers = excluded.answers, means = excluded.means where excluded.answers >= t.answers + 5;
        return true;
      end $$;
      -- For those who held it, of all its sessions together, as it was when the fifth, the tenth and so on had answered; of fewer than five nothing but that they are few.
      create function offer_evaluation(offer uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
      begin
        if not exists (select from offer o where o.id = offer and ctx_role() in ${writes} and ctx_org() = any (o.host_ids)) then
          raise exception 'Not for this actor.' using errcode = '42501';
        end if;
        return coalesce((select jsonb_build_object('answers', t.answers, 'means', t.means) from offer_told t where t.offer_id = offer),
          jsonb_build_object('answers', null, 'means', null));
      end $$;
      revoke execute on function offer_questions_due(), offer_ticket_make(uuid, bytea), offer_questions_of(bytea), offer_answer_give(bytea, smallint[]),
        offer_evaluation(uuid) from public;
      grant execute on function offer_questions_due(), offer_ticket_make(uuid, bytea), offer_questions_of(bytea), offer_answer_give(bytea, smallint[]),
        offer_evaluation(uuid) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function offer_questions_due(), offer_ticket_make(uuid, bytea), offer_questions_of(bytea), offer_answer_give(bytea, smallint[]), offer_evaluation(uuid);
      drop table offer_told, offer_answer, offer_ticket, offer_uptake, offer_step;
      alter table offer_registration drop column asked;
    `);
  }
}
