import type { Db } from '../db/db';
import type { OrganizationMover } from './organization-moves';

/**
 * A mover whose work is done by two functions of the database, which see what the actor may not: `move` (source, target) gives a
 * receipt, `putBack` (source, target, receipt) says whether it could. `preview` gives `kind` and `count` for $1 under the reader's rights.
 */
export const sqlMover = (
  db: Db,
  statements: { preview: string; move: string; putBack: string },
): OrganizationMover => ({
  preview: (from) => db.query(statements.preview, [from]),
  move: async (from, into) =>
    (await db.one<{ receipt: unknown }>(`select ${statements.move}($1, $2) as receipt`, [from, into]))?.receipt,
  putBack: async (from, into, receipt) =>
    (
      await db.one<{ done: boolean }>(`select ${statements.putBack}($1, $2, $3) as done`, [
        from,
        into,
        JSON.stringify(receipt),
      ])
    )?.done === true,
});
