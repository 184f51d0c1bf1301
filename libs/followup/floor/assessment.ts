import { type Subject, grid } from '@samverkan/shared/floor';

/** A draft is its own organisation's; what is signed is read by everybody who reads the goal. */
export const assessment: Subject = {
  name: 'assessment',
  levels: ['draft', 'signed'],
  relations: ['own', 'same_county', 'other_county', 'none'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   1           1            1           1
    municipal       0   1           1            1           1
    regional        0   1           1            1           1
    county_staff    0   1           1            1           1
    county_admin    0   1           1            1           1
    national_reader 1   1           1            1           1
    system_admin    1   1           1            1           1
  `),
  plant: (world, cells) =>
    Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const { sameCounty, otherCounty, none } = world.strangers;
        const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        const words = `Golvbedömning${principal.replace('_', '')}`;
        const [row] = await world.sql<{ id: string }>(
          `insert into assessment (goal_id, organization_id, level, reason, assessed_on, function_title, signed_at)
           select g.id, $1, 'stalled', $2, today(), 'Strateg', case when $3::int > 0 then now() end from goal g where g.key = 'reg-22-handlingsplan-2022:1' returning id`,
          [relation === 'own' ? world.organizationOf(principal) : others[relation], words, level],
        );
        return { id: row?.id ?? '', words };
      }),
    ),
};

/** Who may change a draft: those of its own organisation who write. What is signed nobody changes. */
export const drafts: Subject = {
  ...assessment,
  name: 'draft of an assessment',
  levels: ['draft'],
  relations: ['own', 'same_county', 'other_county', 'none'],
  sees: grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
  `),
};
