import { type Subject, grid } from '@samverkan/shared/floor';

/** A training at each visibility, open for registration: its hosts keep it. Written from the table of the domain, not from the policy. */
export const offer: Subject = {
  name: 'offer',
  levels: ['own', 'participants', 'county', 'members', 'public'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   3           3            0           3
    municipal       0   2           3            0           3
    regional        0   2           3            0           3
    county_staff    0   1           3            0           3
    county_admin    0   1           3            0           3
    national_reader 0   3           3            0           3
    system_admin    4   4           4            4           4
  `),
  plant: (world, cells) =>
    Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const { sameCounty, otherCounty, none } = world.strangers;
        const own = world.organizationOf(principal);
        const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        const owner = relation === 'own' ? own : others[relation];
        const words = `Golvutbildning${principal.replace('_', '')}`;
        const [row] = await world.sql<{ id: string; session: string; comer: string; asked: string; imported: string }>(
          made,
          [words, level, owner, relation === 'participant' ? [own] : []],
        );
        if (!row) throw new Error('Nothing was planted.');
        return {
          id: row.id,
          words,
          params: {
            sessionId: row.session,
            registrationId: row.comer,
            invitationId: row.asked,
            importId: row.imported,
          },
        };
      }),
    ),
};

/** Who may change it: all who hold it. */
export const holds = grid(`
    partner         0   -           -            0           -
    municipal       0   -           -            0           -
    regional        0   -           -            0           -
    county_staff    0   -           -            0           -
    county_admin    0   -           -            0           -
`);

/** Who may say that Kramfors takes it up: its own coordinator, and the county board. */
export const takesUp = grid(`
    municipal       0   2           3            0           3
    county_staff    0   1           3            0           3
    county_admin    0   1           3            0           3
`);

/** Who may publish its material: the county boards among those who hold it. */
export const publishes = grid(`
    county_staff    0   -           -            0           -
    county_admin    0   -           -            0           -
`);

const made = `
  with made as (
    insert into offer (organization_id, host_ids, kind, title, description, status, visibility, county_codes)
    select $3::uuid, $4::uuid[] || $3::uuid, 'training_day', $1, 'Planterad', 'open', $2,
      coalesce((select array_agg(county_code) from organization_county where organization_id = $3), '{}')
    returning id),
  held as (insert into offer_session (offer_id, day, from_time, to_time, place, seats) select id, today() + 30, '09:00', '16:00', 'Härnösand', 20 from made returning id),
  imported as (insert into offer_import (offer_id) select id from made returning id),
  kept as (insert into offer_quota (session_id, municipality_code, seats) select id, '2280', 5 from held),
  came as (insert into offer_registration (session_id, name, email, organization, state) select id, 'Anmäld deltagare', 'deltagare@floor.example', 'Arbetsplats', 'registered'
    from held returning id),
  asked as (insert into offer_invitation (session_id, email, token_hash, counted_for) select id, 'bjuden@floor.example', decode(md5(id::text), 'hex'), $3::uuid from held returning id)
  select made.id, held.id as session, came.id as comer, asked.id as asked, imported.id as imported from made, held, came, asked, imported`;
