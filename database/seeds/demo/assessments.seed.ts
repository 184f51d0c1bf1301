// How the county board judges some of the plan's goals in the demo county: made up, a year apart, one of them corrected.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const plan = 'reg-22-handlingsplan-2022';
const assessments: readonly (readonly [goal: string, level: string, daysAgo: number, reason: string])[] = [
  ['1', 'needs_more', 400, 'Tre kommuner hade kommit igång med våldsförebyggande arbete i skolan. (Demo)'],
  ['1', 'on_way', 30, 'Fem av sju kommuner arbetar nu förebyggande i skolan, och två förbereder sig. (Demo)'],
  ['2', 'needs_more', 45, 'Fler frågar om våld, men stödet till barn är ojämnt i länet. (Demo)'],
  ['4', 'stalled', 60, 'Utbildningsdagarna ställdes in under våren och har inte börjat igen. (Demo)'],
];

export async function seedDemoAssessments(sql: Sql): Promise<void> {
  if ((await sql('select id from assessment where demo limit 1')).length > 0) return;
  for (const [goal, level, daysAgo, reason] of assessments)
    await sql(
      `insert into assessment (goal_id, organization_id, function_id, function_title, level, reason, assessed_on, signed_at, evidence, demo)
       select g.id, o.id, f.id, f.title, $2, $3, today() - $4::int, now() - make_interval(days => $4::int),
         coalesce((select jsonb_agg(jsonb_build_object('actionId', t.id)) from (
           select a.id from action a where g.id = any (a.goal_ids) and a.visibility >= 3 order by a.title limit 2) t), '[]'), true
       from goal g, organization o, lateral (select f.id, f.title from contact_function f where f.organization_id = o.id and f.retired_on is null order by f.title limit 1) f
       where g.key = $1 and o.key = 'county_board:22'`,
      [`${plan}:${goal}`, level, reason, daysAgo],
    );
}
