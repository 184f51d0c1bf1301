import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { KnownDevices } from './known-devices';
import { Passwords } from './passwords';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';

/** E-mail and password, as Passport's local strategy. Gives the user's id, or false; never says which of the two was wrong. */
@Injectable()
export class SignInStrategy extends PassportStrategy(Strategy, 'sign-in') {
  constructor(
    private readonly signIn: SignInPool,
    private readonly limits: SignInLimits,
    private readonly devices: KnownDevices,
    private readonly passwords: Passwords,
  ) {
    super({ usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true });
  }

  async validate(request: Request, email: string, password: string): Promise<{ userId: string } | false> {
    const account = this.limits.pseudonym(email);
    const device = await this.devices.of(request, account);
    await this.limits.count(account, request.ip ?? '', device);
    const [row] = await this.signIn.query(
      `select u.id, c.password_hash as hash from app_user u left join credential c on c.user_id = u.id
       where lower(u.email) = lower($1) and u.disabled_at is null`,
      [email.trim()],
    );
    const known = row as { id: string; hash: string | null } | undefined;
    if (!(await this.passwords.fits(known?.hash ?? undefined, password)) || !known) return false;
    await this.limits.giveBack(account, request.ip ?? '', device);
    return { userId: known.id };
  }
}
