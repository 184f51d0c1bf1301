// What a government could have asked: placeholders of the demo county, without wording or diarienummer of any real decision. Days count from the day of the seed.
type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const placeholder =
  'Platshållare i demolänet. Här står uppdragets ordalydelse som den står i beslutet: vad som ska göras, för vem, och vad som ska redovisas.';

interface DemoAssignment {
  title: string;
  legalBasis?: string;
  allBoards?: true;
  status: 'received' | 'ongoing' | 'reported' | 'closed';
  visibility: number;
  /** Days from today. */
  period: readonly [from: number, to: number];
  /** Kind, days from today, and how many days from today it was reported. */
  reports: readonly (readonly [kind: string, due: number, reported?: number])[];
  /** Goals by key. */
  goals: readonly string[];
  /** How many of the county board's own actions are tied by themselves. */
  actions: number;
}

const plan = 'reg-22-handlingsplan-2022';
const assignments: readonly DemoAssignment[] = [
  {
    title: 'Demouppdrag 1: samordna länets arbete mot mäns våld mot kvinnor',
    legalBasis: 'Förordning (2021:995) om länsstyrelsernas regionala arbete mot mäns våld mot kvinnor (demo)',
    allBoards: true,
    status: 'ongoing',
    visibility: 3,
    period: [-690, 400],
    reports: [
      ['yearly', -270, -274],
      ['yearly', 95],
    ],
    goals: [`${plan}:1`, `${plan}:2`, `${plan}:4`],
    actions: 0,
  },
  {
    title: 'Demouppdrag 2: kartlägga stödet till barn som upplever våld',
    status: 'ongoing',
    visibility: 2,
    period: [-200, 210],
    reports: [
      ['part', -6],
      ['final', 200],
    ],
    goals: [`${plan}:2`],
    actions: 2,
  },
  {
    title: 'Demouppdrag 3: stödja kommuner som börjar arbeta med våldsutövare',
    status: 'received',
    visibility: 3,
    period: [10, 560],
    reports: [
      ['part', 190],
      ['final', 555],
    ],
    goals: [],
    actions: 0,
  },
  {
    title: 'Demouppdrag 4: sprida en handbok om våldsförebyggande arbete i skolan',
    status: 'closed',
    visibility: 3,
    period: [-900, -320],
    reports: [['final', -330, -335]],
    goals: [`${plan}:1`],
    actions: 1,
  },
];

export async function seedDemoAssignments(sql: Sql): Promise<void> {
  if ((await sql('select id from assignment where demo limit 1')).length > 0) return;
  for (const { title, legalBasis = '', allBoards = false, status, visibility, period, ...rest } of assignments) {
    const [made] = await sql(
      `insert into assignment (organization_id, title, text, legal_basis, reported_to, starts_on, ends_on, all_boards, board_ids, county_codes, status, status_since, visibility, function_id, demo)
       select b.id, $1, $2, $3, 'Platshållare: den som beslutet nämner', today() + $4::int, today() + $5::int, $6, g.ids,
         (select array_agg(distinct c.county_code order by c.county_code) from organization_county c where c.organization_id = any (g.ids)), $7, today() + least($4::int, 0), $8,
         (select f.id from contact_function f where f.organization_id = b.id and f.retired_on is null order by f.title limit 1), true
       from organization b, lateral (select array_agg(o.id order by o.id) as ids from organization o where o.kind = 'county_board' and ($6 or o.id = b.id)) g
       where b.key = 'county_board:22' returning id`,
      [title, placeholder, legalBasis, ...period, allBoards, status, visibility],
    );
    for (const [kind, due, reported] of rest.reports)
      await sql(
        `with due as (insert into assignment_report (assignment_id, kind, due_on) values ($1, $2, today() + $3::int) returning id)
         insert into assignment_reported (report_id, organization_id, reported_on)
         select due.id, o.id, today() + $4::int from due, organization o where o.key = 'county_board:22' and $4::int is not null`,
        [made?.['id'], kind, due, reported ?? null],
      );
    await sql(
      `insert into assignment_goal (assignment_id, goal_id, organization_id)
       select $1, g.id, o.id from goal g, organization o where g.key = any ($2::text[]) and o.key = 'county_board:22'`,
      [made?.['id'], rest.goals],
    );
    await sql(
      `insert into assignment_action (assignment_id, action_id, organization_id)
       select $1, a.id, o.id from organization o, lateral (select a.id from action a where o.id = any (a.owner_ids) and a.visibility >= 2 and a.status <> 'draft'
         order by a.title limit $2) a where o.key = 'county_board:22'`,
      [made?.['id'], rest.actions],
    );
  }
}
