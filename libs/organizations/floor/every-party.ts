import { type Subject, grid } from '@samverkan/shared/floor';

/** A party as it stands in the directory: open to everybody who has signed in. */
export const everyParty: Subject = {
  name: 'organization',
  levels: ['public'],
  relations: ['own', 'same_county', 'other_county', 'none'],
  sees: grid(`
    partner         0 0 0 0 0
    municipal       0 0 0 0 0
    regional        0 0 0 0 0
    county_staff    0 0 0 0 0
    county_admin    0 0 0 0 0
    national_reader 0 0 0 0 0
    system_admin    0 0 0 0 0
  `),
  plant: (world, cells) =>
    Promise.resolve(
      cells.map(({ principal, relation }) => {
        const { sameCounty, otherCounty, none } = world.strangers;
        const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        return { id: relation === 'own' ? world.organizationOf(principal) : others[relation], words: '' };
      }),
    ),
};
