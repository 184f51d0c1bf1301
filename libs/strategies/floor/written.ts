import { type Cell, type Planted, type Subject, type World, grid } from '@samverkan/shared/floor';

const relations = ['own', 'same_county', 'other_county', 'none'] as const;

/** Nobody but its owner sees a draft. */
const sees = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
    national_reader 0   -           -            -           -
`);

/** What every party sees. */
const open = grid(`
    partner         0   0           0            0           0
    municipal       0   0           0            0           0
    regional        0   0           0            0           0
    county_staff    0   0           0            0           0
    county_admin    0   0           0            0           0
    national_reader 0   0           0            0           0
    system_admin    0   0           0            0           0
`);

/** Who writes a local plan: its owner's coordinators and county staff. */
export const writes = grid(`
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who says what a party undertakes: its own writers. */
export const undertakes = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

const ownerOf = (world: World, { principal, relation }: Cell): string => {
  const { sameCounty, otherCounty, none } = world.strangers;
  const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
  return relation === 'own' ? world.organizationOf(principal) : others[relation];
};

type Made = { id: string; goal: string; gone: string; old: string; signatory: string; commitment: string };

// A local plan with a goal, one that was taken away, one before it whose way is said, who signed, and what was undertaken.
const made = `
  with made as (insert into strategy (kind, title, short_title, status, verification, owner_organization_id, county_codes)
      select 'local_plan', 'Golvplan', 'Golvplan', $2, 'verified', $1, coalesce((select array_agg(county_code) from organization_county where organization_id = $1), '{}') returning id),
    before as (insert into strategy (kind, title, short_title, status, verification, owner_organization_id, county_codes)
      select 'local_plan', 'Golvplan före', 'Golvplan före', 'adopted', 'verified', $1, '{}' returning id),
    aim as (insert into goal (strategy_id, number, title, sort) select id, '1', 'Golvmål', 1 from made returning id),
    gone as (insert into goal (strategy_id, number, title, sort, removed_at) select id, '2', 'Borttaget golvmål', 2, now() from made returning id),
    old as (insert into goal (strategy_id, number, title, sort) select id, '1', 'Golvmål före', 1 from before returning id),
    followed as (insert into strategy_succession (old_id, new_id, verification) select before.id, made.id, 'verified' from made, before),
    said as (insert into goal_succession (strategy_id, old_goal_id, kind, new_goal_ids) select made.id, old.id, 'continues', array[aim.id] from made, old, aim),
    chosen as (insert into succession_choice (strategy_id, old_goal_id, area, object_id, new_goal_ids) select made.id, old.id, 'actions', new_id(), '{}' from made, old),
    decided as (insert into strategy_adoption (strategy_id, former_status, strategy_version, adopted_by, adopted_for, tx)
      select id, 'draft', 1, $4, $1, null from made where $2 = 'adopted'),
    signed as (insert into signatory (strategy_id, name, capacity, sort) select id, 'Golvpart', 'party', 1 from made returning id),
    undertaken as (insert into commitment (goal_id, organization_id, text, created_by) select aim.id, $3, 'Golvåtagande', $4 from aim returning id)
  select made.id, aim.id as goal, gone.id as gone, old.id as old, signed.id as signatory, undertaken.id as commitment from made, aim, gone, old, signed, undertaken`;

const plant =
  (status: string, told: (row: Made) => Planted, by?: (world: World, cell: Cell) => { owner: string; party: string }) =>
  (world: World, cells: readonly Cell[]): Promise<Planted[]> =>
    Promise.all(
      cells.map(async (cell) => {
        const { owner, party } = by?.(world, cell) ?? { owner: ownerOf(world, cell), party: ownerOf(world, cell) };
        const [row] = await world.sql<Made>(made, [owner, status, party, world.userOf(cell.principal)]);
        if (!row) throw new Error('Nothing was planted.');
        return told(row);
      }),
    );

const whole = ({ id, gone, old }: Made): Planted => ({ id, words: '', params: { goalId: gone, oldGoalId: old } });

export const draft: Subject = {
  name: 'draft strategy',
  levels: ['draft'],
  relations,
  sees,
  plant: plant('draft', whole),
};
export const draftGoal: Subject = {
  name: 'goal of a draft',
  levels: ['draft'],
  relations,
  sees,
  plant: plant('draft', ({ goal }) => ({ id: goal, words: '' })),
};
export const draftSignatory: Subject = {
  name: 'signatory of a draft',
  levels: ['draft'],
  relations,
  sees,
  plant: plant('draft', ({ signatory }) => ({ id: signatory, words: '' })),
};
export const adopted: Subject = {
  name: 'adopted strategy',
  levels: ['adopted'],
  relations,
  sees: open,
  plant: plant('adopted', whole),
};
/** Under a goal of a strategy that a party of no county keeps, so that only whose it is decides. */
export const commitment: Subject = {
  name: 'commitment',
  levels: ['adopted'],
  relations,
  sees: (principal, relation) => (principal === 'system_admin' ? null : open(principal, relation)),
  plant: plant(
    'adopted',
    ({ commitment: id }) => ({ id, words: '' }),
    (world, cell) => ({
      owner: world.strangers.none,
      party: ownerOf(world, cell),
    }),
  ),
};
