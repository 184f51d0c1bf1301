// npm run backup [-- <folder>]: every row as it stands at this moment, also while the system runs. Without a folder:
// backups/<time> in the data folder. `npm run backup -- --check <folder>` reads a backup against its own manifest.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readManifest, verify } from './backup/archive.mjs';
import { takeBackup } from './backup/take.mjs';
import { openDatabase, runningDatabase } from './database.mjs';
import { dataFolder, keysInUse } from './system/keys.mjs';
import { during } from './system/progress.mjs';
import { fail } from './system/trouble.mjs';

const rowsOf = (manifest) => manifest.tables.reduce((sum, table) => sum + table.rows, 0);

/** A moment as a name that sorts and may stand in a path. */
const stamp = () => new Date().toISOString().replace(/:/g, '').replace(/\..*/, '');

try {
  const { values, positionals } = parseArgs({ options: { check: { type: 'string' } }, allowPositionals: true });
  if (values.check) {
    const manifest = readManifest(values.check);
    await during('reading the backup', () => verify(values.check, manifest));
    console.log(`Whole: ${manifest.tables.length} tables, ${rowsOf(manifest)} rows, made ${manifest.madeAt}.`);
  } else {
    const folder = resolve(positionals[0] ?? join(dataFolder(), 'backups', stamp()));
    const running = process.env.DATABASE_URL ? undefined : runningDatabase();
    const database = running ? { url: running, stop: () => undefined } : await openDatabase();
    try {
      const taking = takeBackup({ url: database.url, keys: keysInUse().keys, folder });
      const manifest = await during('backing up', () => taking);
      console.log(`\n  ${manifest.tables.length} tables, ${rowsOf(manifest)} rows: ${folder}`);
      console.log(
        '  The key file is not in it. Keep keys.json safe in another place: without it sealed mail and second factors cannot be opened.\n',
      );
    } finally {
      await database.stop();
    }
  }
} catch (error) {
  fail(error);
}
