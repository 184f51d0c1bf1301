import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { SignJWT, jwtVerify } from 'jose';
import { randomUUID } from 'node:crypto';

const days = 180;
const audience = 'known-device';

/** A browser that somebody has signed in to an account with: guessing from elsewhere does not lock her out of it. See docs/adr/0012. */
@Injectable()
export class KnownDevices {
  private readonly key: Uint8Array;
  private readonly secure: boolean;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.key = new TextEncoder().encode(settings.keys.sessionSecret);
    this.secure = settings.PUBLIC_URL?.startsWith('https://') ?? false;
  }

  /** The id of this browser for this account, or undefined. */
  async of(request: Request, account: string): Promise<string | undefined> {
    const token = (request.cookies as Record<string, string | undefined>)[this.name];
    if (!token) return undefined;
    const read = await jwtVerify(token, this.key, { audience, algorithms: ['HS256'] }).catch(() => undefined);
    return read?.payload.sub === account ? read.payload.jti : undefined;
  }

  /** Remembers the browser after a whole sign-in. The account is a pseudonym: the cookie tells nobody whose it is. */
  async remember(response: Response, account: string): Promise<void> {
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(account)
      .setAudience(audience)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${days} d`)
      .sign(this.key);
    response.cookie(this.name, token, {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure,
      path: '/',
      maxAge: days * 86_400_000,
    });
  }

  private get name(): string {
    return this.secure ? '__Host-samverkan-device' : 'samverkan-device';
  }
}
