// The demo county's register of methods, and who uses them.
import { type DemoUse, demoMethodUses } from './method-uses';
import { demoMethods } from './methods';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

export async function seedDemoMethods(sql: Sql): Promise<void> {
  if ((await sql('select id from method where demo limit 1')).length > 0) return;
  const terms = (list: string, at: number) =>
    `(select coalesce(array_agg(t.code order by t.place), '{}') from term t where t.vocabulary = '${list}' and t.code = any ($${at}::text[]))`;
  for (const one of demoMethods) {
    const [made] = await sql(
      `insert into method (organization_id, county_codes, name, purpose, not_for, target_groups, forms, phases, professions, evidence_source, training_required, training,
         valid_months, status, visibility, retires_on, retired_motive, replaced_by_id, review_on, published_on, function_id, demo)
       select b.id, '{22}', $1, $2, $3, ${terms('targetGroup', 4)}, ${terms('form', 5)}, ${terms('phase', 6)}, ${terms('profession', 7)}, $8, $9 <> '', $9, $10, $11, 3,
         today() - $12::int, $13, (select r.id from method r where r.name = $14), today() + $15::int, case when $11 = 'published' then today() - 30 end,
         (select f.id from contact_function f where f.organization_id = b.id and f.retired_on is null order by f.title limit 1), true
       from organization b where b.key = 'county_board:22' returning id`,
      [
        one.name,
        one.purpose,
        one.notFor,
        one.targetGroups ?? [],
        one.forms ?? [],
        one.phases,
        one.professions ?? [],
        one.source ?? '',
        one.training ?? '',
        one.validMonths ?? null,
        one.status ?? 'published',
        one.retired?.[0] ?? null,
        one.retired?.[1] ?? null,
        one.retired?.[2] ?? null,
        one.review,
      ],
    );
    await sql(
      'insert into method_offer (method_id, offer_id) select $1, id from offer where demo and title = any ($2::text[])',
      [made?.['id'], one.offers ?? []],
    );
  }
  for (const use of demoMethodUses) await seedUse(sql, use);
  // One of the county's actions names its method; the others that introduce one are still asked which.
  await sql(
    `insert into method_action (method_id, action_id, organization_id, professions, outside, reason)
     select m.id, a.id, a.owner_ids[1], '{police}', '{phase,untrained}', 'Utbildningen sköts och följs upp inom den egna myndigheten.'
     from action a, method m where a.demo and a.title = 'Riskbedömning i upprepade fall' and m.demo and m.name = 'SARA:SV'`,
  );
}

async function seedUse(sql: Sql, use: DemoUse): Promise<void> {
  const [made] = await sql(
    `insert into method_use (method_id, organization_id, since, ended_on, municipality_codes, target_groups, professions, note, trained_of, trained_source, outside, reason, demo)
     select m.id, o.id, today() - $3::int, today() - $4::int, $5, $6, $7, $8, $9, $10, $11, $12, true
     from method m, organization o where m.name = $1 and m.demo and o.key = $2 returning id`,
    [
      use.method,
      use.party,
      use.since,
      use.ended ?? null,
      use.municipalities,
      use.targetGroups ?? [],
      use.professions,
      use.note,
      use.of?.[0] ?? null,
      use.of?.[1] ?? '',
      use.outside?.[0] ?? [],
      use.outside?.[1] ?? '',
    ],
  );
  for (const [profession, count, days] of use.trained ?? [])
    await sql(
      'insert into method_trained (use_id, profession, municipality_code, trained_on, count) values ($1, $2, $3, today() - $4::int, $5)',
      [made?.['id'], profession, use.municipalities.length === 1 ? use.municipalities[0] : null, days, count],
    );
}
