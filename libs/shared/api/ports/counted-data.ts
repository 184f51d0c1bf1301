import type { PersonalSection } from '@samverkan/shared/contract';
import type { Db } from '../db/db';
import type { PersonalDataSource } from './personal-data';

const columns: PersonalSection['columns'] = [
  { words: { sv: 'För', en: 'For' }, kind: 'text' },
  { words: { sv: 'Antal', en: 'Number' }, kind: 'count' },
  { words: { sv: 'Första', en: 'First' }, kind: 'day' },
  { words: { sv: 'Senaste', en: 'Latest' }, kind: 'day' },
];

/**
 * What a person has put her hand to, told as numbers: for which organisation, how many, the first and the latest day. `held` is the database's
 * function that gives those rows for $1, to herself and to whoever holds her account. Nothing is erased: the rows themselves name nobody.
 */
export const countedData = (
  db: Db,
  { key, title, held }: { key: string; title: PersonalSection['title']; held: string },
): PersonalDataSource => ({
  held: async (userId) => {
    const row = await db.one<{ rows: PersonalSection['rows'] }>(`select ${held}($1) as rows`, [userId]);
    return [{ key, title, columns, rows: row?.rows ?? [] }];
  },
});
