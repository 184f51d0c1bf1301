import type { Db } from '@samverkan/shared/api';

/** Holds the counting of a course until the request is done: nobody else takes in or takes back a sheet of it, or makes it another kind. */
export const oneSheetAtATime = async (db: Db, offerId: string): Promise<void> => {
  await db.query(`select pg_advisory_xact_lock(hashtext('offer.completions ' || $1))`, [offerId]);
};
