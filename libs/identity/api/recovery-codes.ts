import { Injectable } from '@nestjs/common';
import type { SqlRunner } from '@samverkan/shared/api';
import { createHash, randomInt } from 'node:crypto';
import { SignInPool } from './sign-in.pool';

/** No letters that are taken for each other when they are read from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const count = 10;

const newCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

const hashOf = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest();

/** Ten codes on paper for the day the phone is gone. Each has 79 random bits and is good once; only hashes are kept. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly signIn: SignInPool) {}

  /** New codes, shown this one time; the old ones are worth nothing from now on. */
  async renew(sql: SqlRunner, userId: string): Promise<string[]> {
    const codes = Array.from({ length: count }, newCode);
    await sql('delete from recovery_code where user_id = $1', [userId]);
    await sql('insert into recovery_code (user_id, code_hash) select $1, unnest($2::bytea[])', [
      userId,
      codes.map(hashOf),
    ]);
    return codes;
  }

  /** The first codes; none when the person has some left. */
  async ensure(sql: SqlRunner, userId: string): Promise<string[]> {
    const left = await sql('select 1 from recovery_code where user_id = $1 and used_at is null limit 1', [userId]);
    return left.length > 0 ? [] : this.renew(sql, userId);
  }

  /** True when the code is one of hers, and then never again. */
  async use(userId: string, code: string): Promise<boolean> {
    const used = await this.signIn.query(
      'update recovery_code set used_at = clock_timestamp() where user_id = $1 and code_hash = $2 and used_at is null returning user_id',
      [userId, hashOf(code)],
    );
    return used.length === 1;
  }
}
