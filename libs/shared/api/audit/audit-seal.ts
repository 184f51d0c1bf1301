// Seals the ends of the audit's chains with a key the database does not have, and judges seals and chains. Pure but for `sql`.
import { createHash } from 'node:crypto';
import type { SqlRunner } from '../db/sql-runner';
import type { AuditKeys } from './audit-keys';

/** Stands for all seals together: how many there are and what they say, so that none can be left out. */
const whole = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

interface End {
  chain: string;
  rows: string;
  last_id: string;
  hash: Buffer;
}
interface Seal extends End {
  number: string;
  mac: string;
  holds: boolean;
  sealed_at: Date;
}

/** What lies outside the database (the log): the highest number seen, and how many rows it spoke for. */
export interface Anchor {
  number: number;
  rows: number;
}

/** One thing that does not hold: in which chain, at which row where it can be told, and of what kind. */
export interface AuditFault {
  chain: string;
  id: string | null;
  fault: 'content' | 'link' | 'time' | 'tail' | 'seal' | 'seal-missing' | 'person' | 'rolled-back';
}

const textOf = (seal: Omit<Seal, 'mac' | 'holds' | 'sealed_at'>): string =>
  [seal.chain, seal.rows, seal.last_id, seal.hash.toString('hex'), seal.number].join('|');

const rows = async <T>(sql: SqlRunner, text: string, values: unknown[] = []): Promise<T[]> =>
  (await sql(text, values)) as T[];

/** Seals every chain that has grown, in a running transaction. Gives the new anchor, or undefined when nothing had grown. */
export async function sealAudit(sql: SqlRunner, keys: AuditKeys): Promise<Anchor | undefined> {
  await sql('select pg_advisory_xact_lock(727003)', []);
  const grown = await rows<End>(sql, 'select * from audit_unsealed()');
  if (grown.length === 0) return undefined;
  const before = await rows<Seal>(sql, 'select * from audit_sealed()');
  const number = String(Number(before.find((seal) => seal.chain === whole)?.number ?? 0) + 1);
  const write = (seal: Omit<Seal, 'mac' | 'holds' | 'sealed_at'>) =>
    sql('select audit_seal_write($1)', [
      JSON.stringify({ ...seal, hash: seal.hash.toString('hex'), mac: keys.seal(textOf(seal)) }),
    ]);
  for (const end of grown) await write({ ...end, number });
  const all = (await rows<Seal>(sql, 'select * from audit_sealed()')).filter((seal) => seal.chain !== whole);
  const together = togetherOf(all);
  await write({ ...together, number });
  return { number: Number(number), rows: Number(together.rows) };
}

const togetherOf = (seals: readonly Seal[]): Omit<End, 'number'> => ({
  chain: whole,
  rows: String(seals.reduce((sum, seal) => sum + Number(seal.rows), 0)),
  last_id: String(seals.length),
  hash: createHash('sha256').update(seals.map(textOf).join('\n')).digest(),
});

/** Everything that does not hold: the chains by themselves, the seals by their key, the people by theirs, and the whole by what the log remembers. */
export async function checkAudit(sql: SqlRunner, keys: AuditKeys, anchor?: Anchor): Promise<AuditFault[]> {
  const found = await rows<AuditFault>(sql, 'select chain::text as chain, id::text as id, fault from audit_faults()');
  const seals = await rows<Seal>(sql, 'select * from audit_sealed()');
  const people = await rows<{ user_id: string; pseudonym: string }>(sql, 'select * from audit_people()');
  const chains = await rows<{ chain: string }>(sql, 'select chain from audit_unsealed()');
  const fault = (chain: string, kind: AuditFault['fault']): AuditFault => ({ chain, id: null, fault: kind });
  const single = seals.filter((seal) => seal.chain !== whole);
  const all = seals.find((seal) => seal.chain === whole);
  const expected = togetherOf(single);
  return [
    ...found,
    ...seals
      .filter((seal) => !seal.holds || !keys.isSealOf(seal.mac, textOf(seal)))
      .map((seal) => fault(seal.chain, 'seal')),
    ...((all && textOf({ ...expected, number: all.number }) !== textOf(all)) || (!all && single.length > 0)
      ? [fault(whole, 'seal-missing')]
      : []),
    // New rows wait a moment for their seal; without any seal at all they wait for nothing.
    ...(!all && anchor ? chains.map(({ chain }) => fault(chain, 'seal-missing')) : []),
    ...(anchor && (Number(all?.number ?? 0) < anchor.number || Number(all?.rows ?? 0) < anchor.rows)
      ? [fault(whole, 'rolled-back')]
      : []),
    ...people
      .filter((person) => !keys.isPseudonymOf(person.pseudonym, person.user_id))
      .map(() => fault(whole, 'person')),
  ];
}
