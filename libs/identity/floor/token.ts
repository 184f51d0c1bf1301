import { type Subject, grid } from '@samverkan/shared/floor';
import { placeOf } from './membership';

let planted = 0;

/** An organisation's token: its own people see that there is one, and who administers the organisation. */
export const apiToken: Subject = {
  name: 'token',
  levels: ['of an organisation'],
  relations: ['own', 'same_county', 'other_county', 'none'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   0           -            -           -
    national_reader 0   -           -            -           -
    system_admin    0   0           0            0           0
  `),
  async plant(world, cells) {
    const turn = (planted += 1);
    return Promise.all(
      cells.map(async (cell, at) => {
        const words = `Nyckelprov${turn}${cell.principal.replace('_', '')}`;
        const [row] = await world.sql<{ id: string }>(
          `with account as (insert into app_user (email, name, disabled_at, disabled_reason) values ($1, $2, now(), 'token') returning id)
           insert into api_token (id, organization_id, name, scopes, token_hash, last_day, made_by)
           select id, $3, $2, '{actions.read}', sha256($1::bytea), today() + 30, $4 from account returning id`,
          [`nyckel.${turn}.${at}@floor.example`, words, placeOf(world, cell), world.userOf('system_admin')],
        );
        return { id: row?.id ?? '', words };
      }),
    );
  },
};

/** Whoever administers the organisation takes it back. */
export const revokesTokens = grid(`
    county_admin    0   0           -            -           -
    system_admin    0   0           0            0           0
`);
