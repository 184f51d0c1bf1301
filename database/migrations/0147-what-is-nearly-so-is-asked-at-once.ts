import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words that are nearly spelt so: PostgreSQL tried how rare they are on a hundred whole texts before it began, which took a hundred times as long
 * as to look them up. What it does not know beforehand it does not try.
 */
export class WhatIsNearlySoIsAskedAtOnce1763900000147 implements MigrationInterface {
  name = 'WhatIsNearlySoIsAskedAtOnce1763900000147';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, before, after] of tried) await runner.query(changed(name, before, after));
    await runner.query(parties);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function organization_nearly(text)');
    for (const [name, before, after] of tried) await runner.query(changed(name, after, before));
  }
}

/** In which function what becomes what. */
const tried = [
  [
    'contact_by_text(text[], text[], boolean)',
    "format(' or ($3)[%s] <%% s.folded', at)",
    "format(' or (select ($3)[%s]) <%% s.folded', at)",
  ],
  ['publications_by_text(text, boolean)', 'or ($3)[%1$s] <%% p.folded', 'or (select ($3)[%1$s]) <%% p.folded'],
] as const;

const changed = (name: string, before: string, after: string): string => `
  do $do$
  declare
    told text := pg_get_functiondef('${name}'::regprocedure);
  begin
    if position($before$${before}$before$ in told) = 0 then raise exception '${name} is not what it was.'; end if;
    execute replace(told, $before$${before}$before$, $after$${after}$after$);
  end $do$;
`;

const parties = `
  -- Parties whose names, now or before, are nearly spelt so. Everybody may read them.
  create function organization_nearly(given text) returns setof uuid language plpgsql stable set search_path from current as $$
  begin
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return query select o.id from organization o where (select lower(given)) <% o.search;
  end $$;
  revoke execute on function organization_nearly(text) from public;
  grant execute on function organization_nearly(text) to samverkan_app;
`;
