// The county's next plan as a draft, half way through saying where the old goals go, and what the parties have undertaken for the one that applies.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const old = 'reg-22-handlingsplan-2022';
const next = 'demo-handlingsplan-2027';
const strand = { strategy: 'reg-22-jam-2024-2027', goal: 'demo-jam:1' };

/** Number, heading, and the national goal it serves. Measures stand under the goal before them. */
const goals: readonly (readonly [kind: 'goal' | 'measure', title: string])[] = [
  ['goal', 'Våldet förebyggs tidigt'],
  ['measure', 'Våldsförebyggande program i alla kommuners skolor'],
  ['measure', 'Stöd till den som vill sluta utöva våld'],
  ['goal', 'Den som är utsatt upptäcks och får skydd och stöd'],
  ['measure', 'Fråga om våld i ordinarie möten'],
  ['measure', 'En väg in till stöd i varje kommun'],
  ['measure', 'Barn får skydd och stöd utan dröjsmål'],
  ['measure', 'Barnahus i hela länet'],
  ['goal', 'Brotten utreds och lagförs'],
  ['measure', 'Bättre bevis och kortare väntan'],
  ['goal', 'Kunskapen finns där den behövs'],
  ['measure', 'Gemensam kompetens i tre nivåer'],
];
/** Where the goals and nine of the thirteen measures have been said to go: old, way, new (by place above), and why. */
const ways: readonly (readonly [from: string, kind: string, to: readonly number[], motive: string])[] = [
  ['1', 'changed', [0], 'Ny lydelse, samma syfte.'],
  ['2', 'changed', [3], 'Ny lydelse, samma syfte.'],
  ['3', 'changed', [8], 'Ny lydelse, samma syfte.'],
  ['4', 'changed', [10], 'Ny lydelse, samma syfte.'],
  ['a1', 'changed', [1], 'Skolan är kvar, med ett program i varje kommun.'],
  ['a2', 'changed', [2], 'Stödet når nu fler.'],
  ['a3', 'merged', [1], 'Platserna tas upp i skolornas program.'],
  ['a4', 'changed', [4], 'Samma uppgift, nu i alla ordinarie möten.'],
  ['a5', 'changed', [5], 'Samma uppgift.'],
  ['a6', 'merged', [5], 'Vägen in omfattar skydd och boende.'],
  ['a7', 'split', [6, 7], 'Akut skydd och barnahus behöver var sin ansvarig.'],
  ['a8', 'ended', [], 'Tas upp i den nationella satsningen.'],
  ['a9', 'merged', [5], 'Hedersrelaterat våld ingår i vägen in.'],
];
const undertakings: readonly (readonly [organization: string, measure: number, text: string, confirmed: boolean])[] = [
  ['municipality:2282', 1, 'Vi använder ett våldsförebyggande program i alla högstadieklasser.', true],
  ['municipality:2282', 5, 'Vi har en telefon som alla utsatta kan ringa, också om barn.', true],
  ['municipality:2281', 1, 'Vi utbildar två handledare per skola varje år.', true],
  ['municipality:2281', 6, 'Vi har ett eget avtal om skyddat boende.', true],
  ['municipality:2260', 5, 'Vi svarar samma dag när någon söker stöd.', true],
  ['municipality:2283', 4, 'Socialtjänsten frågar om våld i alla ärenden om försörjningsstöd.', true],
  ['municipality:2284', 2, 'Vi erbjuder samtal till den som utövar våld.', true],
  ['municipality:2280', 12, 'All ny personal går webbutbildningen under sitt första halvår.', false],
  ['region:22', 4, 'Alla hälsocentraler frågar om våld vid nybesök.', true],
  ['region:22', 11, 'Spårsäkring finns dygnet runt på länets akutmottagningar.', true],
  ['county_board:22', 12, 'Vi håller länets utbildningsdagar varje vår och höst.', true],
  ['county_board:22', 13, 'Vi följer upp handlingsplanen varje år och berättar vad vi såg.', true],
];

export async function seedDemoStrategies(sql: Sql): Promise<void> {
  const made = await sql(
    `insert into strategy (key, kind, title, title_en, short_title, short_title_en, starts_on, ends_on, status, verification, owner_organization_id, county_codes)
     select $1, 'action_plan', 'Regional handlingsplan mot mäns våld mot kvinnor 2027–2030', 'Regional action plan against men''s violence against women 2027–2030',
       'Handlingsplan 2027–2030', 'Action plan 2027–2030', '2027-01-01', '2030-12-31', 'draft', 'verified', id, '{22}' from organization where key = 'county_board:22'
     on conflict (key) do nothing returning id`,
    [next],
  );
  if (made.length === 0) return;
  await sql(
    `insert into strategy_succession (old_id, new_id, verification) select o.id, n.id, 'verified' from strategy o, strategy n where o.key = $1 and n.key = $2`,
    [old, next],
  );
  let [goal, measure, parent] = [0, 0, ''];
  for (const [sort, [kind, title]] of goals.entries()) {
    const key = `${next}:${sort}`;
    const number = kind === 'goal' ? (goal += 1) : (measure += 1);
    await sql(
      `insert into goal (key, strategy_id, number, title, kind, parent_id, sort)
       select $1, s.id, $3, $4, $5, (select g.id from goal g where g.key = $6), $7 from strategy s where s.key = $2`,
      [key, next, String(number), title, kind, kind === 'measure' ? parent : null, sort + 1],
    );
    if (kind === 'goal') {
      parent = key;
      await sql(
        `insert into goal_link (goal_id, frame_goal_id, motive, verification)
         select g.id, f.id, 'Genomför den nationella målsättningen i länet.', 'inferred' from goal g, goal f where g.key = $1 and f.key = $2`,
        [key, `nat-${goal}`],
      );
    }
  }
  await sql(
    `insert into strategy_frame (strategy_id, frame_id, motive)
     select n.id, f.id, 'Länets mål följer de fyra nationella.' from strategy n, strategy f where n.key = $1 and f.key = 'nat-2017-2026'`,
    [next],
  );
  await seedStrand(sql);
  for (const [from, kind, to, motive] of ways)
    await sql(
      `insert into goal_succession (strategy_id, old_goal_id, kind, motive, new_goal_ids)
       select s.id, o.id, $3, $4, array(select g.id from unnest($5::text[]) with ordinality k (key, n) join goal g on g.key = k.key order by k.n)
       from strategy s, goal o where s.key = $1 and o.key = $2`,
      [next, `${old}:${from}`, kind, motive, to.map((place) => `${next}:${place}`)],
    );
  for (const [organization, number, text, confirmed] of undertakings)
    await sql(
      `insert into commitment (goal_id, organization_id, text, starts_on, ends_on, confirmed_on, created_by)
       select g.id, o.id, $3, '2022-03-22', '2026-12-31', case when $4 then date '2026-03-01' end, u.id
       from goal g, organization o, (select id from app_user where lower(email) like 'eva.berglind%' limit 1) u where g.key = $1 and o.key = $2`,
      [`${old}:a${number}`, organization, text, confirmed],
    );
}

/** The strand of gender equality runs beside the plan. Its own goals are not read in: one stands as a placeholder, and one action serves both strands. */
async function seedStrand(sql: Sql): Promise<void> {
  await sql(
    `insert into goal (key, strategy_id, number, title, placeholder, sort)
     select $1, id, '1', 'Mäns våld mot kvinnor upphör i länet', true, 1 from strategy where key = $2`,
    [strand.goal, strand.strategy],
  );
  await sql(
    `insert into goal_link (goal_id, frame_goal_id, motive, verification)
     select g.id, f.id, 'Länsstrategin följer de jämställdhetspolitiska delmålen.', 'inferred' from goal g, goal f where g.key = $1 and f.key = 'jam-6'`,
    [strand.goal],
  );
  await sql(
    `update action a set goal_ids = a.goal_ids || g.id from goal g, goal p where g.key = $1 and p.key = $2
       and a.id = (select t.id from action t where p.id = any (t.goal_ids) and t.status = 'ongoing' and t.visibility >= 3 order by t.title limit 1)`,
    [strand.goal, `${old}:2`],
  );
}
