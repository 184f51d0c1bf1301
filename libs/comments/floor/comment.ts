import { type Cell, type Planted, type Subject, type World, grid } from '@samverkan/shared/floor';

// What is said of an action is seen by whoever sees it, but for those who keep the system. Written from the table of the domain, not from the policy.
const sees = grid(`
    partner         0   3           3            1           3
    municipal       0   2           3            1           3
    regional        0   2           3            1           3
    county_staff    0   1           3            1           3
    county_admin    0   1           3            1           3
    national_reader 0   3           3            1           3
`);

/** Whoever writes may answer what she sees. */
export const answers = grid(`
    partner         0   3           3            1           3
    municipal       0   2           3            1           3
    regional        0   2           3            1           3
    county_staff    0   1           3            1           3
    county_admin    0   1           3            1           3
`);

/** Those who decide on who sees the action look with others' eyes. */
export const owns = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who may change it or take it back: its writer, who is the principal where it owns or takes part, and another elsewhere. */
export const writes = grid(`
    partner         0   -           -            1           -
    municipal       0   -           -            1           -
    regional        0   -           -            1           -
    county_staff    0   -           -            1           -
    county_admin    0   -           -            1           -
`);

interface Made extends Record<string, unknown> {
  action: string;
  comment: string;
}

let planted = 0;

const plant =
  (told: (row: Made) => string) =>
  (world: World, cells: readonly Cell[]): Promise<Planted[]> => {
    const turn = (planted += 1);
    return Promise.all(
      cells.map(async (cell) => {
        const words = `Golvkommentar${turn}${cell.principal.replace('_', '')}`;
        const { owner, partners, writer } = parties(world, cell);
        const own = world.organizationOf(cell.principal);
        const [row] = await world.sql<Made>(made, [
          words,
          cell.level,
          owner,
          partners,
          writer,
          writer === own ? world.userOf(cell.principal) : world.userOf('regional'),
        ]);
        if (!row) throw new Error('Nothing was planted.');
        return { id: told(row), words };
      }),
    );
  };

const subject = (name: string, told: (row: Made) => string): Subject => ({
  name,
  levels: ['own', 'participants', 'county', 'members', 'public'],
  sees,
  plant: plant(told),
});

/** By the address of the action. */
export const talk = subject('what is said about an action', ({ action }) => action);
export const comment = subject('comment', ({ comment: id }) => id);

function parties(world: World, { principal, relation }: Cell): { owner: string; partners: string[]; writer: string } {
  const own = world.organizationOf(principal);
  const { sameCounty, otherCounty, none } = world.strangers;
  if (relation === 'own') return { owner: own, partners: [], writer: own };
  if (relation === 'participant') return { owner: otherCounty, partners: [own], writer: own };
  const owner = { same_county: sameCounty, other_county: otherCounty, none }[relation];
  return { owner, partners: [], writer: owner };
}

// With a function of the writer's own organisation mentioned, news and history.
const made = `
  with made as (
    insert into action (title, kind, status, visibility, owner_ids, partner_ids, county_codes, created_by)
    select 'Kommenterad insats', 'other', case when $2 = 0 then 'draft' else 'planned' end, $2, array[$3::uuid], $4::uuid[],
      coalesce((select array_agg(county_code) from organization_county where organization_id = $3), '{}'), $6 returning id),
  post as (insert into contact_function (title, subjects, visibility, organization_id, next_verification_on, created_by)
    values ('Nämnd funktion', '{perpetrators}', 0, $5, today() + 90, $6) returning id),
  said as (insert into action_comment (action_id, text, organization_id, user_id) select id, $1, $5, $6 from made returning id),
  named as (insert into comment_mention (comment_id, function_id, position) select said.id, post.id, 1 from said, post),
  wrote as (insert into change_log (area, object_id, level, version, field, user_id, organization_id, before)
    select 'comments', id, 0, 1, 'actionComment', $6, $5, to_jsonb($1::text) from said),
  tidings as (insert into event (area, object_id, level, kind, user_id, organization_id)
    select 'comments', id, $2, 'comment.changed', $6, $5 from said)
  select made.id as action, said.id as comment from made, said`;
