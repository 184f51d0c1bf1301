// A backup on disk: a folder with one compressed file per table and manifest.json, which is written last and says what each must hold.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Trouble } from '../system/trouble.mjs';

const format = 1;
const manifestOf = (folder) => join(folder, 'manifest.json');
const fileOf = (folder, { schema, name }) => join(folder, `${schema}.${name}.copy.gz`);

/** Counts rows and hashes what flows through; `seal()` tells both when it has ended. */
export function measure() {
  const hash = createHash('sha256');
  let rows = 0;
  const through = new Transform({
    transform(chunk, _encoding, next) {
      hash.update(chunk);
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
      next(null, chunk);
    },
  });
  return Object.assign(through, { seal: () => ({ rows, sha256: hash.digest('hex') }) });
}

export const nowhere = () => new Writable({ write: (_chunk, _encoding, next) => next() });

/** Writes one table's rows; `{ rows, sha256 }` of them uncompressed. */
export async function writeRows(folder, table, source) {
  const measured = measure();
  await pipeline(
    source,
    measured,
    createGzip(),
    createWriteStream(fileOf(folder, table), { mode: 0o600, flags: 'wx' }),
  );
  return measured.seal();
}

export const readRows = (folder, table, ...through) =>
  pipeline(createReadStream(fileOf(folder, table)), createGunzip(), ...through);

export const writeManifest = (folder, manifest) =>
  writeFileSync(manifestOf(folder), `${JSON.stringify({ format, ...manifest }, null, 1)}\n`, {
    mode: 0o600,
    flag: 'wx',
  });

export function readManifest(folder) {
  if (!existsSync(manifestOf(folder))) {
    throw new Trouble(`${folder} is no backup: it has no manifest.json, which is the last thing a backup writes.`);
  }
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(manifestOf(folder), 'utf8'));
  } catch {
    throw new Trouble(`${manifestOf(folder)} cannot be read as JSON: the backup is damaged, take another.`);
  }
  if (manifest.format === format) return manifest;
  throw new Trouble(
    `${folder} was made in another form (${manifest.format}): restore it with the version that made it.`,
  );
}

/** Reads the whole backup against its manifest, before anything is touched. */
export async function verify(folder, manifest) {
  for (const table of manifest.tables) {
    const measured = measure();
    const damaged = (why) =>
      new Trouble(
        `The backup is damaged: ${table.schema}.${table.name} ${why}. Nothing was changed; take another backup.`,
      );
    await readRows(folder, table, measured, nowhere()).catch((error) => {
      throw damaged(error.code === 'ENOENT' ? 'is missing' : `cannot be read (${error.message})`);
    });
    const { rows, sha256 } = measured.seal();
    if (sha256 !== table.sha256) throw damaged(`has ${rows} rows that are not the ${table.rows} written`);
  }
}

/** Tells whether a key is the same without telling the key: 32 random bytes cannot be found again from it. */
export const fingerprint = (key) => createHash('sha256').update(`samverkan key\0${key}`).digest('hex').slice(0, 16);
