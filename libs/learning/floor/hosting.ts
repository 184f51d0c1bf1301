import { type Subject, grid } from '@samverkan/shared/floor';

/** A question to hold a training that is still a draft: `own` is the one who holds it and asks, `participant` whoever is asked. */
export const hosting: Subject = {
  name: 'hosting',
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
        const holder = { own, same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none }[
          relation
        ];
        const asked = relation === 'participant' ? own : relation === 'other_county' ? sameCounty : otherCounty;
        const words = `Golvmedarrangör${principal.replace('_', '')}${n}`;
        const [row] = await world.sql<{ id: string }>(planted, [words, holder, asked]);
        return { id: row?.id ?? '', words };
      }),
    ),
};

/** Who may answer: those of the organisation that is asked who write. */
export const answers = grid(`
    partner         -   -           -            0           -
    municipal       -   -           -            0           -
    regional        -   -           -            0           -
    county_staff    -   -           -            0           -
    county_admin    -   -           -            0           -
`);

/** Who may take it back or remind of it: those who hold the training. */
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

const planted = `
  with made as (
    insert into offer (organization_id, host_ids, kind, title, visibility, county_codes)
    select $2::uuid, array[$2::uuid], 'conference', $1, 3, coalesce((select array_agg(county_code) from organization_county where organization_id = $2), '{}')
    returning id)
  insert into offer_hosting (offer_id, kind, organization_id, from_organization_id, message) select id, 'invitation', $3, $2, $1 from made returning id`;
