import { type Subject, grid } from '@samverkan/shared/floor';

const everybody = grid(`
    partner         0 0 0 0 0
    municipal       0 0 0 0 0
    regional        0 0 0 0 0
    county_staff    0 0 0 0 0
    county_admin    0 0 0 0 0
    national_reader 0 0 0 0 0
    system_admin    0 0 0 0 0
`);

/** A party as it stands in the directory: open to everybody who has signed in. */
export const everyParty: Subject = {
  name: 'organization',
  levels: ['public'],
  relations: ['own', 'same_county', 'other_county', 'none'],
  sees: everybody,
  plant: (world, cells) =>
    Promise.resolve(
      cells.map(({ principal, relation }) => {
        const { sameCounty, otherCounty, none } = world.strangers;
        const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        return { id: relation === 'own' ? world.organizationOf(principal) : others[relation], words: '' };
      }),
    ),
};

/** A party is kept by its own people, by its county, and where it has none by whoever keeps the system. */
export const keeps = grid(`
    partner         0 - - - -
    municipal       0 - - - -
    regional        0 - - - -
    county_staff    0 0 - - -
    county_admin    0 0 - - -
    system_admin    - - - - 0
`);

let planted = 0;

/** A party that somebody has registered. Its "own" is the organisation that registered it. */
export const registered: Subject = {
  name: 'registered organization',
  levels: ['public'],
  relations: ['own', 'same_county', 'other_county', 'none'],
  sees: everybody,
  async plant(world, cells) {
    const turn = (planted += 1);
    return Promise.all(
      cells.map(async ({ principal, relation }, at) => {
        const county = { own: '22', same_county: '22', other_county: '23', participant: '23', none: null }[relation];
        const [row] = await world.sql<{ id: string }>(
          `with made as (insert into organization (key, kind, name, county_code, registrar_id)
             values ('registered:floor-' || $1, 'civil_society', $2, $3, $4) returning id),
           placed as (insert into organization_county (organization_id, county_code) select id, $3 from made where $3::text is not null)
           select id from made`,
          [
            `${turn}-${at}`,
            `Golvets part ${turn} ${at}`,
            county,
            relation === 'own' ? world.organizationOf(principal) : null,
          ],
        );
        return { id: row?.id ?? '', params: { intoId: '01900000-0000-7000-8000-000000000000' }, words: '' };
      }),
    );
  },
};

/** Whoever registered it keeps it at first, whatever its role writes at all; its county does in any case. */
export const keepsRegistered = grid(`
    partner         0 - - - -
    municipal       0 - - - -
    regional        0 - - - -
    county_staff    0 0 - - -
    county_admin    0 0 - - -
    system_admin    - - - - 0
`);

/** Two parties are made one by the administrator of their county, or of the system where they have none. */
export const merges = grid(`
    county_admin    0 0 - - -
    system_admin    - - - - 0
`);
