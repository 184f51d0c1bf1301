import { type Cell, type Subject, type World, grid } from '@samverkan/shared/floor';

const stranger = (world: World, { principal, relation }: Cell): string => {
  const { sameCounty, otherCounty, none } = world.strangers;
  const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
  return relation === 'own' ? world.organizationOf(principal) : others[relation];
};

/** What the county is asked: its boards' people read it, and of those who asked nobody who is not one of them. */
export const connection: Subject = {
  name: 'connection',
  levels: ['asked'],
  //                own same_county other_county participant none
  sees: grid(`
    county_staff    0   0           -            -           -
    county_admin    0   0           -            -           -
  `),
  plant: (world, cells) =>
    Promise.all(
      cells.map(async (cell, n) => {
        const words = `Golvkoppling${cell.principal.replace('_', '')}${n}`;
        const values = [words, stranger(world, cell), world.userOf('regional')];
        const [row] = await world.sql<{ id: string }>(`${asked} select id from task`, values);
        return { id: row?.id ?? '', words };
      }),
    ),
};

/** What has been sent on to a party: its own alone. */
export const nudge: Subject = {
  name: 'nudge',
  levels: ['open'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
  `),
  plant: (world, cells) =>
    Promise.all(
      cells.map(async (cell, n) => {
        const words = `Golvknuff${cell.principal.replace('_', '')}${n}`;
        const asker = cell.relation === 'none' ? world.strangers.sameCounty : world.strangers.none;
        const values = [words, asker, world.userOf('regional'), stranger(world, cell)];
        const [row] = await world.sql<{ id: string }>(`${asked}, ${sent} select id from sent`, values);
        return { id: row?.id ?? '', words };
      }),
    ),
};

const asked = `
  with made as (insert into action (title, kind, status, visibility, owner_ids, county_codes, created_by)
    select $1, 'other', 'planned', 2, array[$2::uuid], coalesce((select array_agg(county_code) from organization_county where organization_id = $2), '{}'), $3 returning id, county_codes),
  task as (insert into action_connection (action_id, organization_id, county_codes) select id, $2, county_codes from made returning id)`;
const sent = `
  hers as (insert into action (title, kind, status, visibility, owner_ids, created_by) values ('Egen', 'other', 'draft', 0, array[$4::uuid], $3) returning id),
  sent as (insert into action_nudge (connection_id, organization_id, own_action_id) select task.id, $4, hers.id from task, hers returning id)`;
