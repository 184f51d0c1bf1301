import { membership } from '@samverkan/identity/floor';
import type { Subject } from '@samverkan/shared/floor';

/** A request about somebody, as those who administer meet it: they see what they see of her membership. */
export const erasure: Subject = {
  ...membership,
  name: 'erasure request',
  async plant(world, cells) {
    const people = await membership.plant(world, cells);
    return Promise.all(
      people.map(async ({ id, words }) => {
        const [row] = await world.sql<{ id: string }>(
          `insert into erasure_request (user_id, asked_by) select m.user_id, m.user_id from membership m where m.id = $1 returning id`,
          [id],
        );
        return { id: row?.id ?? '', words };
      }),
    );
  },
};
