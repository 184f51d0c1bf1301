import { type Cell, type Principal, type Subject, type World, grid } from '@samverkan/shared/floor';

/** Who administers people at all. */
export const administrators: readonly Principal[] = ['county_admin', 'system_admin'];

let planted = 0;

export const placeOf = (world: World, { principal, relation }: Cell): string => {
  const { sameCounty, otherCounty, none } = world.strangers;
  return {
    own: world.organizationOf(principal),
    same_county: sameCounty,
    other_county: otherCounty,
    participant: otherCounty,
    none,
  }[relation];
};

/** At the narrower level it is one above a county's own administrators. */
const roleOf = ({ level }: Cell): string => (level === 0 ? 'system_admin' : 'partner');

const relations = ['own', 'same_county', 'other_county', 'none'] as const;

/** Somebody's membership, as administrators meet it: a county admin sees her county's, also those above her own level. */
export const membership: Subject = {
  name: 'membership',
  levels: ['above a county', 'of a county'],
  relations,
  //              own same_county other_county participant none
  sees: grid(`
    county_admin  0   0           -            -           -
    system_admin  0   0           0            0           0
  `),
  async plant(world, cells) {
    const turn = (planted += 1);
    return Promise.all(
      cells.map(async (cell, at) => {
        const words = `Personprov${turn}${cell.principal.replace('_', '')}`;
        const [row] = await world.sql<{ id: string }>(
          `with person as (insert into app_user (email, name) values ($1, $2) returning id)
           insert into membership (user_id, organization_id, role, title) select id, $3, $4, 'Prov' from person returning id`,
          [`golv.${turn}.${at}@floor.example`, words, placeOf(world, cell), roleOf(cell)],
        );
        return { id: row?.id ?? '', words };
      }),
    );
  },
};

/** What gives or takes rights is for the county's own administrators, and never above their own level. */
export const administers = grid(`
    county_admin  1   1           -            -           -
    system_admin  0   0           0            0           0
`);

/** An invitation that waits. Those above her own level are not there for a county admin. */
export const invitation: Subject = {
  name: 'invitation',
  levels: ['above a county', 'of a county'],
  relations,
  sees: administers,
  async plant(world, cells) {
    const turn = (planted += 1);
    return Promise.all(
      cells.map(async (cell, at) => {
        const email = `inbjuden.${turn}.${at}@floor.example`;
        const [row] = await world.sql<{ id: string }>(
          `insert into invitation (token_hash, email, organization_id, role, title)
           values (sha256($1::bytea), $1, $2, $3, 'Prov') returning id`,
          [email, placeOf(world, cell), roleOf(cell)],
        );
        return { id: row?.id ?? '', words: email };
      }),
    );
  },
};
