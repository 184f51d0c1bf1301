import { action } from '@samverkan/actions/floor';
import { type Subject, grid } from '@samverkan/shared/floor';

/** A file at an action of each visibility, every second at the action's line, hung there by whoever wrote the line. */
export const attachment: Subject = {
  name: 'attachment',
  levels: action.levels,
  sees: action.sees,
  async plant(world, cells) {
    const actions = await action.plant(world, cells);
    return Promise.all(
      actions.map(async (planted, turn) => {
        const words = `${planted.words}bilaga`;
        const [row] = await world.sql<{ id: string }>(
          `with made as (insert into attachment (action_id, update_id, kind, title, organization_id, user_id)
              select u.action_id, case when $3 then u.id end, 'file', $2 || '.pdf', u.organization_id, u.user_id from action_update u where u.id = $1 returning id),
            kept as (insert into stored_file (id, type, size, pages, sha256) select id, 'pdf', 3, 1, repeat('0', 64) from made),
            bytes as (insert into stored_file_chunk (file_id, at, bytes) select id, 0, '\\x010203' from made),
            pages as (insert into stored_file_page (file_id, page, words) select id, 1, $2 from made)
          select id from made`,
          [planted.params?.['updateId'], words, turn % 2 === 0],
        );
        return { id: row?.id ?? '', words };
      }),
    );
  },
};

/** Who may take it away: whoever hung it there (the writer's own party), and the action's owners. */
export const takesAway = grid(`
    partner         0   -           -            1           -
    municipal       0   -           -            1           -
    regional        0   -           -            1           -
    county_staff    0   -           -            1           -
    county_admin    0   -           -            1           -
`);
