import { type Subject, grid } from '@samverkan/shared/floor';

/** An assignment at each visibility: its owner keeps it, the participants are the boards it was given to. Written from the table of the domain, not from the policy. */
export const assignment: Subject = {
  name: 'assignment',
  levels: ['own', 'participants', 'county', 'members', 'public'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   3           3            1           3
    municipal       0   2           3            1           3
    regional        0   2           3            1           3
    county_staff    0   1           3            1           3
    county_admin    0   1           3            1           3
    national_reader 0   3           3            1           3
    system_admin    4   4           4            4           4
  `),
  plant: (world, cells) =>
    Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const { sameCounty, otherCounty, none } = world.strangers;
        const own = world.organizationOf(principal);
        const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        const owner = relation === 'own' ? own : others[relation];
        const words = `Golvuppdrag${principal.replace('_', '')}`;
        const [row] = await world.sql<{ id: string; report: string; goal: string; action: string }>(made, [
          words,
          level,
          owner,
          relation === 'participant' ? [own] : [],
        ]);
        if (!row) throw new Error('Nothing was planted.');
        return { id: row.id, words, params: { goalId: row.goal, actionId: row.action, reportId: row.report } };
      }),
    ),
};

/** Who may change it: the board that keeps it. */
export const edits = grid(`
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who says what answers to it: also the boards it was given to. */
export const answers = grid(`
    county_staff    0   -           -            1           -
    county_admin    0   -           -            1           -
`);

// With a day to report, and an open goal and action tied to it.
const made = `
  with made as (
    insert into assignment (organization_id, title, text, visibility, board_ids, county_codes)
    select $3, $1, 'Planterad', $2, $4::uuid[] || $3::uuid, coalesce((select array_agg(county_code) from organization_county where organization_id = $3), '{}')
    returning id),
  due as (insert into assignment_report (assignment_id, kind, due_on) select id, 'final', today() from made returning id),
  aim as (insert into assignment_goal (assignment_id, goal_id, organization_id) select made.id, g.id, $3 from made,
    (select g.id from goal g join strategy s on s.id = g.strategy_id where s.status = 'adopted' order by g.id limit 1) g returning goal_id),
  deed as (insert into action (title, kind, status, visibility, owner_ids, created_by)
    select 'Öppen insats', 'other', 'planned', 4, array[$3::uuid], (select id from app_user limit 1) returning id),
  tied as (insert into assignment_action (assignment_id, action_id, organization_id) select made.id, deed.id, $3 from made, deed)
  select made.id, due.id as report, aim.goal_id as goal, deed.id as action from made, due, aim, deed`;
