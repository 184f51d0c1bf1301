import { type Cell, type Subject, type World, grid } from '@samverkan/shared/floor';

let planted = 0;

/** An action at each visibility. Written from the table of the domain, not from the policy. */
export const action: Subject = {
  name: 'action',
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
  async plant(world, cells) {
    const turn = (planted += 1);
    return Promise.all(
      cells.map(async (cell) => {
        const words = `Golvprov${turn}${cell.principal.replace('_', '')}`;
        const { owner, partners, writer } = parties(world, cell);
        const [row] = await world.sql<{ id: string; updateid: string }>(made, [
          words,
          cell.level,
          owner,
          partners,
          writer,
          writer === world.organizationOf(cell.principal) ? world.userOf(cell.principal) : world.userOf('regional'),
        ]);
        return { id: row?.id ?? '', words, params: { updateId: row?.updateid ?? '' } };
      }),
    );
  },
};

/** Who may change its text: the owner's writers, and the county board what its county sees. */
export const edits = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   2           -            -           -
    county_admin    0   2           -            -           -
`);

/** Who may say who sees it, and how far it has come: its owner's writers alone. */
export const owns = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who may write what was done: also those who take part. */
export const tells = grid(`
    partner         0   -           -            1           -
    municipal       0   -           -            1           -
    regional        0   -           -            1           -
    county_staff    0   2           -            1           -
    county_admin    0   2           -            1           -
`);

/** Who may take an update back that the principal's own organisation wrote where it owns or takes part, and another elsewhere. */
export const takesBack = grid(`
    partner         0   -           -            1           -
    municipal       0   -           -            1           -
    regional        0   -           -            1           -
    county_staff    0   -           -            1           -
    county_admin    0   -           -            1           -
`);

function parties(world: World, { principal, relation }: Cell): { owner: string; partners: string[]; writer: string } {
  const own = world.organizationOf(principal);
  const { sameCounty, otherCounty, none } = world.strangers;
  if (relation === 'own') return { owner: own, partners: [], writer: own };
  if (relation === 'participant') return { owner: otherCounty, partners: [own], writer: own };
  const owner = { same_county: sameCounty, other_county: otherCounty, none }[relation];
  return { owner, partners: [], writer: owner };
}

const made = `
  with made as (
    insert into action (title, description, kind, status, visibility, owner_ids, partner_ids, county_codes, created_by)
    select $1, 'Planterad', 'other', 'planned', $2, array[$3::uuid], $4::uuid[],
      coalesce((select array_agg(county_code) from organization_county where organization_id = $3), '{}'), $6
    returning id),
  told as (insert into action_update (action_id, happened_on, done, organization_id, user_id)
    select id, today(), 'Planterad rad', $5, $6 from made returning id),
  wrote as (insert into change_log (area, object_id, level, version, field, user_id, organization_id)
    select 'actions', id, $2, 1, 'title', $6, $5 from made),
  tidings as (insert into event (area, object_id, level, kind, user_id, organization_id)
    select 'actions', id, $2, 'action.created', $6, $5 from made)
  select made.id, told.id as updateid from made, told`;
