import { type Cell, type Subject, type World, grid } from '@samverkan/shared/floor';

let planted = 0;

/** Each level as the table keeps it: a function has no participants. */
const kept = [0, 2, 3, 4];

/** A function at each visibility, with a named holder, a deputy whose name stays inside, and history. Written from the table of the domain, not from the policy. */
export const contact: Subject = {
  name: 'contact function',
  levels: ['own', 'county', 'members', 'public'],
  relations: ['own', 'same_county', 'other_county', 'none'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   2           2            -           2
    municipal       0   1           2            -           2
    regional        0   1           2            -           2
    county_staff    0   1           2            -           2
    county_admin    0   1           2            -           2
    national_reader 0   2           2            -           2
    system_admin    3   3           3            -           3
  `),
  async plant(world, cells) {
    const turn = (planted += 1);
    return Promise.all(
      cells.map(async (cell) => {
        const words = `Funktionsprov${turn}${cell.principal.replace('_', '')}`;
        const owner = ownerOf(world, cell);
        const user = owner === world.organizationOf(cell.principal) ? world.userOf(cell.principal) : null;
        const [row] = await world.sql<{ id: string; holderid: string; reportid: string }>(made, [
          words,
          kept[cell.level],
          owner,
          user ?? world.userOf('regional'),
        ]);
        return { id: row?.id ?? '', words, params: { holderId: row?.holderid ?? '', reportId: row?.reportid ?? '' } };
      }),
    );
  },
};

/** Who may change its facts: its own organisation's keepers, and the county board what its county sees. */
export const edits = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   1           -            -           -
    county_admin    0   1           -            -           -
`);

/** Who may say who holds it and who sees it: its own organisation's keepers alone. */
export const keeps = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who may invite whoever holds it: who looks after its organisation's people, and sees the function. */
export const invites = grid(`
    county_admin    0   1           -            -           -
    system_admin    3   3           3            -           3
`);

function ownerOf(world: World, { principal, relation }: Cell): string {
  const { sameCounty, otherCounty, none } = world.strangers;
  const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
  return relation === 'own' ? world.organizationOf(principal) : others[relation];
}

const made = `
  with made as (
    insert into contact_function (title, subjects, mailbox, note, visibility, organization_id, next_verification_on, county_codes, created_by)
    select $1, '{perpetrators}', 'prov@floor.example', 'Planterad', $2, $3, today() + 90,
      coalesce((select array_agg(county_code) from organization_county where organization_id = $3), '{}'), $4
    returning id),
  holder as (insert into contact_holder (function_id, organization_id) select id, $3 from made returning id),
  deputy as (insert into contact_holder (function_id, organization_id, deputy) select id, $3, true from made returning id),
  named as (insert into contact_holder_name (holder_id, function_id, name) select holder.id, made.id, 'Öppen Innehavare' from holder, made),
  inside as (insert into contact_inside_name (holder_id, function_id, organization_id, name) select deputy.id, made.id, $3, 'Ställföreträdare Inombords' from deputy, made),
  told as (insert into contact_report (function_id, organization_id, user_id, what, text) select id, $3, $4, '{other}', 'Planterad' from made returning id),
  wrote as (insert into change_log (area, object_id, level, version, field, user_id, organization_id)
    select 'contacts', id, $2, 1, 'title', $4, $3 from made),
  tidings as (insert into event (area, object_id, level, kind, user_id, organization_id)
    select 'contacts', id, $2, 'contact.created', $4, $3 from made)
  select made.id, holder.id as holderid, told.id as reportid from made, holder, told`;
