import { type Cell, type Planted, type Subject, type World, grid } from '@samverkan/shared/floor';

let planted = 0;

/** A request for support that the owner has asked for; nobody but it and the county board has part in it. */
const plant = (world: World, cells: readonly Cell[]): Promise<Planted[]> => {
  const turn = (planted += 1);
  return Promise.all(
    cells.map(async ({ principal, relation }) => {
      const words = `Golvstod${turn}${principal.replace('_', '')}`;
      const { sameCounty, otherCounty, none } = world.strangers;
      const own = world.organizationOf(principal);
      const others = { own, same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
      const [row] = await world.sql<{ id: string }>(made, [words, others[relation]]);
      if (!row) throw new Error('Nothing was planted.');
      return { id: row.id, words };
    }),
  );
};

const made = `
  insert into support_request (organization_id, county_codes, title, subject, form, urgency)
    select $2::uuid, coalesce((select array_agg(county_code) from organization_county where organization_id = $2), '{}'), $1, 'other', 'advice', 'quarter' returning id`;

/** Written from the table of the domain, not from the policy. */
export const request: Subject = {
  name: 'request for support',
  levels: ['participants'],
  relations: ['own', 'same_county', 'other_county', 'none'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   0           -            -           -
    county_admin    0   0           -            -           -
    national_reader 0   -           -            -           -
  `),
  plant,
};

/** Who may do what whoever asks and the county board both do. */
export const changes = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   0           -            -           -
    county_admin    0   0           -            -           -
`);

/** What is whoever asked's own to say. */
export const asks = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who works with what the county asks for. */
export const handles = grid(`
    county_staff    0   0           -            -           -
    county_admin    0   0           -            -           -
`);
