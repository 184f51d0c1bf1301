import { type Cell, type Planted, type Subject, type World, grid } from '@samverkan/shared/floor';

// What is to be done in an action is seen by whoever sees it, but for those who keep the system. Written from the table of the domain, not from the policy.
const sees = grid(`
    partner         0   3           3            1           3
    municipal       0   2           3            1           3
    regional        0   2           3            1           3
    county_staff    0   1           3            1           3
    county_admin    0   1           3            1           3
    national_reader 0   3           3            1           3
`);

/** The owners alone say what is to be done. */
export const sets = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who says that it is done: also whoever answers for it, which is the principal where it takes part. */
export const ends = grid(`
    partner         0   -           -            1           -
    municipal       0   -           -            1           -
    regional        0   -           -            1           -
    county_staff    0   -           -            1           -
    county_admin    0   -           -            1           -
`);

interface Made extends Record<string, unknown> {
  action: string;
  task: string;
}

let planted = 0;

const plant =
  (told: (row: Made) => string) =>
  (world: World, cells: readonly Cell[]): Promise<Planted[]> => {
    const turn = (planted += 1);
    return Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const words = `Golvuppgift${turn}${principal.replace('_', '')}`;
        const own = world.organizationOf(principal);
        const { sameCounty, otherCounty, none } = world.strangers;
        const others = { own, same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        const owner = others[relation];
        const partners = relation === 'participant' ? [own] : [];
        const [row] = await world.sql<Made>(made, [
          words,
          level,
          owner,
          partners,
          partners[0] ?? owner,
          world.userOf('regional'),
        ]);
        if (!row) throw new Error('Nothing was planted.');
        return { id: told(row), words };
      }),
    );
  };

const subject = (name: string, told: (row: Made) => string): Subject => ({
  name,
  levels: ['own', 'participants', 'county', 'members', 'public'],
  sees,
  plant: plant(told),
});

/** By the address of the action. */
export const work = subject('what is to be done in an action', ({ action }) => action);
export const task = subject('task', ({ task: id }) => id);

// Open, and past its day; with news.
const made = `
  with made as (
    insert into action (title, kind, status, visibility, owner_ids, partner_ids, county_codes, created_by)
    select 'Insats med uppgift', 'other', case when $2 = 0 then 'draft' else 'planned' end, $2, array[$3::uuid], $4::uuid[],
      coalesce((select array_agg(county_code) from organization_county where organization_id = $3), '{}'), $6 returning id),
  given as (insert into action_task (action_id, title, organization_id, due_on, set_organization_id, set_by)
    select id, $1, $5, today() - 1, $3, $6 from made returning id),
  tidings as (insert into event (area, object_id, level, kind, user_id, organization_id) select 'tasks', id, $2, 'task.given', $6, $3 from given)
  select made.id as action, given.id as task from made, given`;
