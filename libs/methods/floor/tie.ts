import { edits } from '@samverkan/actions/floor';
import { type Subject, grid } from '@samverkan/shared/floor';

/** Who may tie and untie: those who edit the action. */
export { edits as ties };

/** That an action is about a method, which all parties see: it is seen with the action. */
export const tie: Subject = {
  name: 'method of an action',
  levels: ['own', 'participants', 'county', 'members', 'public'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   3           3            1           3
    municipal       0   2           3            1           3
    regional        0   2           3            1           3
    county_staff    0   1           3            1           3
    county_admin    0   1           3            1           3
    national_reader 0   3           3            1           3
  `),
  plant: (world, cells) =>
    Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const { sameCounty, otherCounty, none } = world.strangers;
        const own = world.organizationOf(principal);
        const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        const owner = relation === 'own' ? own : others[relation];
        const words = `Golvmetodval${principal.replace('_', '')}`;
        const [row] = await world.sql<{ id: string }>(made, [
          words,
          level,
          owner,
          relation === 'participant' ? [own] : [],
          world.userOf(principal),
        ]);
        return { id: row?.id ?? '', words };
      }),
    ),
};

const made = `
  with counties as (select coalesce(array_agg(county_code), '{}') as codes from organization_county where organization_id = $3),
  acted as (
    insert into action (title, kind, status, visibility, owner_ids, partner_ids, county_codes, created_by)
    select 'Insats om ' || $1, 'method_introduction', 'planned', $2, array[$3::uuid], $4::uuid[], codes, $5 from counties returning id),
  method as (insert into method (organization_id, name, status, visibility) select id, $1, 'published', 3 from organization where key = 'county_board:22' returning id)
  insert into method_action (method_id, action_id, organization_id, reason) select method.id, acted.id, $3, 'Valdes för ' || $1 from method, acted returning id`;
