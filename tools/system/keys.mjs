// Secrets of this installation, made once and kept readable for the owner only.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Trouble } from './trouble.mjs';

const secret = () => randomBytes(32).toString('base64url');

/** Where the embedded database and the keys lie. */
export const dataFolder = () => resolve(process.env.SAMVERKAN_DATA ?? '.data');

/** The path of keys.json and what it holds; missing ones are added, existing ones never change. */
export function loadKeys(folder = dataFolder()) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'keys.json');
  const kept = existsSync(path) ? parse(path) : {};
  const roles = ['superuser', 'owner', 'app', 'signin', 'jobs', 'backup'];
  const keys = {
    sessionSecret: secret(),
    csrfSecret: secret(),
    encryptionKeys: [secret()],
    ...kept,
    dbPasswords: { ...Object.fromEntries(roles.map((role) => [role, secret()])), ...kept.dbPasswords },
  };
  writeFileSync(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  return { path, keys };
}

function parse(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Trouble(
      `${path} cannot be read as JSON: restore it from a backup, or remove the whole folder to begin anew.`,
    );
  }
}

/** The key file the API uses: the one that `SAMVERKAN_KEYS` names, or the data folder's own. */
export function keysInUse() {
  const path = process.env.SAMVERKAN_KEYS;
  return path ? { path, keys: parse(path) } : loadKeys();
}
