import { type Subject, grid } from '@samverkan/shared/floor';

/** An invitation to an action that nobody but its owners sees: `own` is the owner who asks, `participant` whoever is asked. */
export const cooperation: Subject = {
  name: 'cooperation',
  levels: ['open'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   -           -            0           -
    municipal       0   -           -            0           -
    regional        0   -           -            0           -
    county_staff    0   -           -            0           -
    county_admin    0   -           -            0           -
    national_reader 0   -           -            0           -
  `),
  plant: (world, cells) =>
    Promise.all(
      cells.map(async ({ principal, relation }, n) => {
        const own = world.organizationOf(principal);
        const { sameCounty, otherCounty, none } = world.strangers;
        const owner = { own, same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none }[
          relation
        ];
        const invited = relation === 'participant' ? own : relation === 'other_county' ? sameCounty : otherCounty;
        const words = `Golvsamarbete${principal.replace('_', '')}${n}`;
        const [row] = await world.sql<{ id: string }>(planted, [words, owner, invited, world.userOf('regional')]);
        return { id: row?.id ?? '', words };
      }),
    ),
};

/** Who may answer: those of the invited organisation who write. */
export const joins = grid(`
    partner         -   -           -            0           -
    municipal       -   -           -            0           -
    regional        -   -           -            0           -
    county_staff    -   -           -            0           -
    county_admin    -   -           -            0           -
`);

/** Who may take it back: those of the owner who write. */
export const asks = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Both sides, where they write. */
export const sides = grid(`
    partner         0   -           -            0           -
    municipal       0   -           -            0           -
    regional        0   -           -            0           -
    county_staff    0   -           -            0           -
    county_admin    0   -           -            0           -
`);

/** Whoever writes may ask to join what she sees. */
export const writersWhoSee = grid(`
    partner         0   0           0            0           0
    municipal       0   0           0            0           0
    regional        0   0           0            0           0
    county_staff    0   0           0            0           0
    county_admin    0   0           0            0           0
`);

const planted = `
  with made as (
    insert into action (title, kind, status, visibility, owner_ids, county_codes, created_by)
    select $1, 'other', 'planned', 0, array[$2::uuid], coalesce((select array_agg(county_code) from organization_county where organization_id = $2), '{}'), $4
    returning id)
  insert into action_cooperation (action_id, kind, role, organization_id, from_organization_id, message) select id, 'invitation', 'owner', $3, $2, $1 from made returning id`;
