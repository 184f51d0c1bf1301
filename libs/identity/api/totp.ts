import { Injectable } from '@nestjs/common';
import type { TotpOffer } from '@samverkan/identity/contract';
import { Sealer, type SqlRunner, badInput } from '@samverkan/shared/api';
import { generateSecret, generateURI, verify } from 'otplib';
import { toString as qrSvg } from 'qrcode';
import { SignInPool } from './sign-in.pool';

const purpose = 'totp';
/** The phone's clock may be half a minute wrong. */
const toleranceSeconds = 30;

/** Codes of an authenticator app (RFC 6238). The secret is sealed in the database; a code is good once. */
@Injectable()
export class Totp {
  constructor(
    private readonly signIn: SignInPool,
    private readonly sealer: Sealer,
  ) {}

  /** A new secret, which counts once a code of it has been given. One that was confirmed before stays until then. */
  async offer(userId: string, email: string): Promise<TotpOffer & { sealed: string }> {
    const secret = generateSecret();
    const uri = generateURI({ issuer: 'Samverkan', label: email, secret });
    const picture = await qrSvg(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
    return { secret, uri, picture, sealed: await this.sealer.seal({ userId, secret }, purpose) };
  }

  /** Takes the offered secret into use. Throws 400 when the code is not of it. */
  async confirm(sql: SqlRunner, userId: string, sealed: string, code: string): Promise<void> {
    const secret = await this.secretIn(sealed, userId);
    const step = await this.stepOf(secret, code, 0);
    if (step === undefined) throw badInput([{ path: 'code', code: 'session.wrong-code' }]);
    await sql(
      `insert into totp (user_id, sealed, confirmed_at, last_step) values ($1, $2, clock_timestamp(), $3)
       on conflict (user_id) do update set sealed = excluded.sealed, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step`,
      [userId, sealed, step],
    );
  }

  /** True when the code is right and has not been used. Two at once with the same code: one is true. */
  async isRight(userId: string, code: string): Promise<boolean> {
    const [row] = (await this.signIn.query(
      'select sealed, last_step::text as last from totp where user_id = $1 and confirmed_at is not null',
      [userId],
    )) as { sealed: string; last: string }[];
    if (!row) return false;
    const step = await this.stepOf(await this.secretIn(row.sealed, userId), code, Number(row.last));
    if (step === undefined) return false;
    const used = await this.signIn.query(
      'update totp set last_step = $2 where user_id = $1 and last_step < $2 returning user_id',
      [userId, step],
    );
    return used.length === 1;
  }

  private async secretIn(sealed: string, userId: string): Promise<string> {
    const kept = (await this.sealer.open(sealed, purpose)) as { userId: string; secret: string };
    if (kept.userId !== userId) throw new Error('A secret of somebody else.');
    return kept.secret;
  }

  private async stepOf(secret: string, code: string, after: number): Promise<number | undefined> {
    const token = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return undefined;
    const result = await verify({
      secret,
      token,
      epochTolerance: toleranceSeconds,
      ...(after > 0 ? { afterTimeStep: after } : {}),
    });
    return result.valid && 'timeStep' in result ? result.timeStep : undefined;
  }
}
