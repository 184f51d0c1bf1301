import { type Subject, type World, grid } from '@samverkan/shared/floor';

/** A method: a draft, and published at each visibility. Written from the table of the domain, not from the policy. */
const levels = ['draft', 'own', 'county', 'members'] as const;
const relations = ['own', 'same_county', 'other_county', 'none'] as const;

//                own same_county other_county participant none
const sees = grid(`
    partner         0   3           3            -           3
    municipal       0   2           3            -           3
    regional        0   2           3            -           3
    county_staff    0   2           3            -           3
    county_admin    0   2           3            -           3
    national_reader 0   3           3            -           3
`);

/** Who may change it: the county board that keeps it. */
export const edits = grid(`
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who may change what a party says of its use: the party itself. */
export const says = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

const plantAs =
  (key: 'method' | 'use'): Subject['plant'] =>
  (world: World, cells) =>
    Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const { sameCounty, otherCounty, none } = world.strangers;
        const others: Record<string, string> = { same_county: sameCounty, other_county: otherCounty };
        const owner = relation === 'own' ? world.organizationOf(principal) : (others[relation] ?? none);
        const words = `Golvmetod${principal.replace('_', '')}`;
        const [row] = await world.sql<{ method: string; use: string }>(made, [
          words,
          level === 0 ? 'draft' : 'published',
          [3, 0, 2, 3][level],
          owner,
        ]);
        return { id: row?.[key] ?? '', words };
      }),
    );

export const method: Subject = { name: 'method', levels, relations, sees, plant: plantAs('method') };

/** That the party which keeps such a method also uses it. */
export const use: Subject = { name: 'use of a method', levels, relations, sees, plant: plantAs('use') };

// With a training that gives it, and a party that uses it and has trained some.
const made = `
  with made as (
    insert into method (organization_id, name, purpose, status, visibility, county_codes)
    select $4, $1, 'Planterad', $2, $3, coalesce((select array_agg(county_code) from organization_county where organization_id = $4), '{}') returning id),
  given as (insert into method_offer (method_id, offer_id) select made.id, o.id from made, (select id from offer where demo order by id limit 1) o),
  used as (insert into method_use (method_id, organization_id, since, note) select id, $4, '2026-01-01', 'Används om ' || $1 from made returning id),
  trained as (insert into method_trained (use_id, profession, trained_on, count) select id, 'social_workers', '2026-01-01', 7 from used)
  select made.id as method, used.id as use from made, used`;
