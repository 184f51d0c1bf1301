// The audit is changed a thousand times by somebody with the owner's password, each time found.
import { build } from 'esbuild';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase } from '../database.mjs';
import { loadKeys } from '../system/keys.mjs';
import { run } from '../system/processes.mjs';

const { values } = parseArgs({ options: { times: { type: 'string', default: '1000' } }, strict: false });
const rounds = Number(values.times);
const folder = mkdtempSync(join(tmpdir(), 'samverkan-drill-'));
chmodSync(folder, 0o755);
const load = async (name) => {
  const { outputFiles } = await build({
    entryPoints: [`libs/shared/api/audit/${name}.ts`],
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'node',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};
const [{ AuditKeys }, { checkAudit, sealAudit }, { tamperings }] = await Promise.all(
  ['audit-keys', 'audit-seal', 'audit-tamperings'].map(load),
);

const database = await openDatabase({ folder: join(folder, 'database'), external: '', throwaway: true });
const client = new pg.Client({ connectionString: database.url, options: '-c search_path=samverkan' });
const sql = async (text, values = []) => (await client.query(text, values)).rows;
const whole = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const missed = [];
try {
  const migrated = await run(process.execPath, ['dist/apps/api/migrate.mjs'], {
    env: { ...process.env, DATABASE_URL: database.url, SAMVERKAN_KEYS: database.keysPath, SAMVERKAN_DEMO: '1' },
  });
  if (migrated.code !== 0) throw new Error(migrated.output);
  await client.connect();
  const keys = new AuditKeys(loadKeys(join(folder, 'database')).keys.encryptionKeys);
  const people = await sql(`select m.user_id, m.organization_id, m.role from membership m order by m.id limit 8`);
  for (let n = 0; n < 400; n++) {
    const person = people[n % people.length];
    await sql('begin');
    await sql(
      `select set_config('samverkan.user', $1, true), set_config('samverkan.org', $2, true), set_config('samverkan.role', $3, true)`,
      [person.user_id, person.organization_id, person.role],
    );
    await sql(`select audit_write('drill.deed', 'actions', gen_random_uuid(), 'done', null, $1)`, [
      keys.pseudonymOf(person.user_id),
    ]);
    await sql('commit');
    if (n % 37 === 0) await sealAudit(sql, keys);
  }
  await sealAudit(sql, keys);
  const untouched = await checkAudit(sql, keys);
  if (untouched.length > 0) throw new Error(`The untouched audit does not hold: ${JSON.stringify(untouched)}`);
  const [anchor] = await sql('select number::int as number, rows::int as rows from audit_seal where chain = $1', [
    whole,
  ]);
  const names = Object.keys(tamperings);
  for (let round = 0; round < rounds; round++) {
    const name = names[round % names.length];
    await sql('begin');
    await sql(`set local samverkan.audit_retention = 'on'`);
    await tamperings[name](sql, Math.random());
    if ((await checkAudit(sql, keys, anchor)).length === 0) missed.push(name);
    await sql('rollback');
  }
  console.log(`tamperings found: ${rounds - missed.length} of ${rounds}, of ${names.length} kinds (target: all)`);
  if (missed.length > 0) console.log('missed:', [...new Set(missed)]);
} finally {
  await client.end().catch(() => undefined);
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(missed.length > 0 ? 1 : 0);
