import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { hash, verify } from '@node-rs/argon2';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';

/** argon2id, 19 MiB, two passes (OWASP's floor). */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

// An unknown address costs as much time as a known one.
const nobody = hashPassword('a password nobody has');

/** E-mail and password, as Passport's local strategy. Gives the user's id, or false; never says which of the two was wrong. */
@Injectable()
export class SignInStrategy extends PassportStrategy(Strategy, 'sign-in') {
  constructor(
    private readonly signIn: SignInPool,
    private readonly limits: SignInLimits,
  ) {
    super({ usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true });
  }

  async validate(request: Request, email: string, password: string): Promise<{ userId: string } | false> {
    await this.limits.count(email, request.ip ?? '');
    const { rows } = await this.signIn.pool.query<{ id: string; password_hash: string }>(
      `select u.id, c.password_hash from app_user u join credential c on c.user_id = u.id
       where lower(u.email) = lower($1) and u.disabled_at is null`,
      [email.trim()],
    );
    const right = await verify(rows[0]?.password_hash ?? (await nobody), password);
    if (!right || !rows[0]) return false;
    await this.limits.clear(email);
    return { userId: rows[0].id };
  }
}
