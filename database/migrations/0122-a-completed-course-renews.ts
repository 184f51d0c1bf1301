import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has completed a web course that gives a method is trained in it: the latest day that is known of them counts, as of those who came to a session. */
export class ACompletedCourseRenews1763900000122 implements MigrationInterface {
  name = 'ACompletedCourseRenews1763900000122';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functions(completed));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functions(held));
  }
}

interface Known {
  day: string;
  joined: string;
}

const held: Known = { day: 'coalesce(s.last_day, s.day)', joined: 'join offer_session s on s.id = e.session_id' };
/** Of a period it is known that it had ended, or, while it goes on, that somebody had completed the course when the sheet came. */
const completed: Known = {
  day: 'coalesce(s.last_day, s.day, least(e.ends_on, i.imported_on))',
  joined: 'left join offer_session s on s.id = e.session_id left join offer_import i on i.id = e.import_id',
};

const functions = ({ day, joined }: Known) => `
  create or replace function method_trained_on(method uuid, municipality text) returns date language sql stable as $$
    select max(x.day) from (
      select t.trained_on as day from method_use u join method_trained t on t.use_id = u.id
        where u.method_id = method and u.ended_on is null and t.municipality_code = municipality
      union all select ${day} from method_offer g join offer_reach e on e.offer_id = g.offer_id ${joined}
        where g.method_id = method and e.municipality_code = municipality and ${day} <= today()) x $$;
  create or replace function method_use_trained_on(used uuid) returns date language sql stable as $$
    select max(x.day) from (
      select t.trained_on as day from method_trained t where t.use_id = used
      union all select ${day} from method_use u join organization o on o.id = u.organization_id and o.kind = 'municipality'
        join method_offer g on g.method_id = u.method_id join offer_reach e on e.offer_id = g.offer_id and e.municipality_code = any (u.municipality_codes)
        ${joined}
        where u.id = used and ${day} <= today()) x $$;
`;
