import { type Subject, grid } from '@samverkan/shared/floor';

/** A strategy with its goals and signatories: its owner's while it is a draft, open to every party once it is decided. */
export const strategy: Subject = {
  name: 'strategy',
  levels: ['draft', 'adopted'],
  relations: ['own', 'same_county', 'other_county', 'none'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   1           1            1           1
    municipal       0   1           1            1           1
    regional        0   1           1            1           1
    county_staff    0   1           1            1           1
    county_admin    0   1           1            1           1
    national_reader 0   1           1            1           1
    system_admin    1   1           1            1           1
  `),
  async plant(world, cells) {
    const [frame] = await world.sql<{ id: string }>(`select id from goal where key like 'nat%' order by key limit 1`);
    return Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const { sameCounty, otherCounty, none } = world.strangers;
        const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        const owner = relation === 'own' ? world.organizationOf(principal) : others[relation];
        const [row] = await world.sql<{ id: string }>(
          `with made as (insert into strategy (key, kind, title, short_title, status, verification, owner_organization_id, county_codes)
             select 'floor:' || new_id(), 'local_plan', 'Golvplan', 'Golvplan', $2, 'verified', $1,
               coalesce((select array_agg(county_code) from organization_county where organization_id = $1), '{}') returning id),
           aim as (insert into goal (key, strategy_id, number, title, sort) select 'floor:' || new_id(), id, '1', 'Golvmål', 1 from made returning id),
           link as (insert into goal_link (goal_id, frame_goal_id, verification) select id, $3, 'verified' from aim),
           signed as (insert into signatory (strategy_id, name, capacity, sort) select id, 'Golvpart', 'party', 1 from made),
           framed as (insert into strategy_frame (strategy_id, frame_id) select m.id, g.strategy_id from made m, goal g where g.id = $3),
           followed as (insert into strategy_succession (old_id, new_id, verification) select m.id, g.strategy_id, 'verified' from made m, goal g where g.id = $3)
           select id from made`,
          [owner, level === 0 ? 'draft' : 'adopted', frame?.id],
        );
        return { id: row?.id ?? '', words: '' };
      }),
    );
  },
};
