import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people quote is drawn anew where it has been given, in each of the tables that give it: only actions were looked among, so that one of twenty thousand questions met another's. */
export class NoTwoHaveOneReference1763900000119 implements MigrationInterface {
  name = 'NoTwoHaveOneReference1763900000119';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      drawn(
        among,
        `if prefix not in ('I', 'F', 'B', 'K') then raise exception 'No table gives references of %.', prefix; end if;`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(drawn('exists (select 1 from action a where a.reference = drawn)'));
  }
}

const among = `case prefix when 'I' then exists (select from action a where a.reference = drawn) when 'F' then exists (select from question q where q.reference = drawn)
        when 'B' then exists (select from question_bundle b where b.reference = drawn) else exists (select from support_request r where r.reference = drawn) end`;

const drawn = (given: string, first = ''): string => `
  create or replace function new_reference(prefix text) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    drawn text;
  begin
    ${first}
    loop
      select prefix || '-' || to_char(now(), 'YYYY') || '-' || string_agg(substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (get_byte(b, i) % 28), 1), '') into drawn
        from (select uuid_send(gen_random_uuid()) as b) r, generate_series(10, 15) i;
      exit when not ${given};
    end loop;
    return drawn;
  end $$;
`;
