import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people quote is drawn anew where it has been given, in each of the tables that give it: only actions were looked among, so that one of twenty thousand questions met another's. */
export class NoTwoHaveOneReference1763900000119 implements MigrationInterface {
  name = 'NoTwoHaveOneReference1763900000119';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      drawn(`case prefix when 'F' then exists (select from question q where q.reference = drawn)
        when 'B' then exists (select from question_bundle b where b.reference = drawn)
        when 'K' then exists (select from support_request r where r.reference = drawn)
        else exists (select from action a where a.reference = drawn) end`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(drawn('exists (select 1 from action a where a.reference = drawn)'));
  }
}

const drawn = (given: string): string => `
  create or replace function new_reference(prefix text) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    drawn text;
  begin
    loop
      select prefix || '-' || to_char(now(), 'YYYY') || '-' || string_agg(substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (get_byte(b, i) % 28), 1), '') into drawn
        from (select uuid_send(gen_random_uuid()) as b) r, generate_series(10, 15) i;
      exit when not ${given};
    end loop;
    return drawn;
  end $$;
`;
