import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { NewPassword, passwordLength } from '@samverkan/identity/contract';
import { type SqlRunner, badInput } from '@samverkan/shared/api';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Words anybody would guess first here. */
const contextWords = [
  'samverkan',
  'kvinnofrid',
  'kvinnojour',
  'länsstyrelsen',
  'lansstyrelsen',
  'kommun',
  'kommunen',
  'region',
  'sverige',
  'lösenord',
  'losenord',
  'sommar',
  'vinter',
  'hösten',
  'våren',
];
const estimator = new ZxcvbnFactory({
  dictionary: { ...dictionary, context: contextWords },
  graphs: adjacencyGraphs,
  useLevenshteinDistance: false,
});

/** Below this many guesses (2 on the estimator's scale from 0 to 4) a password is too common. */
const tooCommon = 2;

/** The same characters typed on different keyboards are the same password. */
export const plain = (password: string): string => password.normalize('NFC');

/** argon2id, 19 MiB, two passes (OWASP's floor). */
export const hashPassword = (password: string): Promise<string> =>
  hash(plain(password), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

// An unknown address costs as much time as a known one.
const nobody = hashPassword('a password nobody has');

/** Passwords by NIST 800-63B: length and no common ones; no rules of composition, no changes for their own sake. */
@Injectable()
export class Passwords {
  /** True when it fits. Without a hash (nobody, or no password) it takes the same time and is false. */
  async fits(passwordHash: string | undefined, password: string): Promise<boolean> {
    const right = await verify(passwordHash ?? (await nobody), plain(password));
    return right && passwordHash !== undefined;
  }

  /** Throws 400 with the field and what is wrong. `words` are the person's own: name, address, organisation. */
  judge(password: string, words: readonly string[], path = 'password'): void {
    const characters = [...plain(password)].length;
    if (!NewPassword.safeParse(password).success || characters < passwordLength.min)
      throw badInput([{ path, code: characters < passwordLength.min ? 'password.too-short' : 'password.too-long' }]);
    const own = words.flatMap((text) => text.split(/[\s@._-]+/)).filter((word) => word.length > 2);
    if (estimator.check(plain(password), own).score < tooCommon)
      throw badInput([{ path, code: 'password.too-common' }]);
  }

  /** Keeps the person's new password in the given transaction. */
  async keep(sql: SqlRunner, userId: string, password: string): Promise<void> {
    await sql(
      `insert into credential (user_id, password_hash) values ($1, $2)
       on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = clock_timestamp()`,
      [userId, await hashPassword(password)],
    );
  }
}
