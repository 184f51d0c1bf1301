import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, Refusal, type SqlRunner, badInput } from '@samverkan/shared/api';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Request } from 'express';
import { pendingMs } from './session-data';
import { SignInPool } from './sign-in.pool';

interface Kept {
  id: string;
  userId: string;
  publicKey: Buffer;
  counter: string;
  transports: string[];
}

const columns = `p.id, p.user_id as "userId", p.public_key as "publicKey", p.counter::text as counter, p.transports`;

/** Passkeys (WebAuthn), always with the person verified by her device: something she has and something she knows or is, in one. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly signIn: SignInPool,
    @Inject(CONFIGURATION) private readonly settings: Configuration,
  ) {}

  /** What the browser needs to make a new passkey. The challenge waits in the session. */
  async offer(request: Request, person: { userId: string; email: string; name: string }): Promise<object> {
    const known = (await this.signIn.query('select id, transports from passkey where user_id = $1', [
      person.userId,
    ])) as { id: string; transports: string[] }[];
    const options = await generateRegistrationOptions({
      rpName: 'Samverkan',
      rpID: this.place(request).id,
      userName: person.email,
      userDisplayName: person.name,
      userID: new TextEncoder().encode(person.userId),
      attestationType: 'none',
      excludeCredentials: known.map(({ id, transports }) => ({
        id,
        transports: transports as AuthenticatorTransport[],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    request.session.challenge = { value: options.challenge, at: Date.now() };
    return options;
  }

  /** Keeps the passkey that the browser made. Throws 400 when it does not answer to what was asked. */
  async keep(sql: SqlRunner, request: Request, userId: string, response: unknown, name: string): Promise<void> {
    const { id: expectedRPID, origin: expectedOrigin } = this.place(request);
    const expectedChallenge = this.takeChallenge(request);
    const verified = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!verified?.verified) throw badInput([{ path: 'response', code: 'passkey.not-made' }]);
    const { credential } = verified.registrationInfo;
    await sql(
      `insert into passkey (id, user_id, public_key, counter, transports, name) values ($1, $2, $3, $4, $5, $6)`,
      [credential.id, userId, Buffer.from(credential.publicKey), credential.counter, credential.transports ?? [], name],
    );
  }

  /** What the browser needs to prove itself: with one of the person's passkeys, or with any it has when nobody is named. */
  async ask(request: Request, userId: string | undefined): Promise<object> {
    const hers = userId
      ? ((await this.signIn.query('select id, transports from passkey where user_id = $1', [
          userId,
        ])) as unknown as Kept[])
      : [];
    const options = await generateAuthenticationOptions({
      rpID: this.place(request).id,
      userVerification: 'required',
      ...(userId
        ? {
            allowCredentials: hers.map(({ id, transports }) => ({
              id,
              transports: transports as AuthenticatorTransport[],
            })),
          }
        : {}),
    });
    request.session.challenge = { value: options.challenge, at: Date.now() };
    return options;
  }

  /** Whose passkey it is. One refusal for everything that is wrong with it. */
  async prove(request: Request, response: unknown): Promise<string> {
    const { id: expectedRPID, origin: expectedOrigin } = this.place(request);
    const expectedChallenge = this.takeChallenge(request);
    const id = (response as { id?: unknown }).id;
    const [kept] = (await this.signIn.query(
      `select ${columns} from passkey p join app_user u on u.id = p.user_id where p.id = $1 and u.disabled_at is null`,
      [typeof id === 'string' ? id : ''],
    )) as unknown as Kept[];
    if (!kept) throw new Refusal(401, 'passkey.not-known');
    const verified = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      credential: {
        id: kept.id,
        publicKey: new Uint8Array(kept.publicKey),
        counter: Number(kept.counter),
        transports: kept.transports as AuthenticatorTransport[],
      },
    }).catch(() => undefined);
    if (!verified?.verified) throw new Refusal(401, 'passkey.not-known');
    await this.signIn.query('update passkey set counter = $2, used_at = clock_timestamp() where id = $1', [
      kept.id,
      verified.authenticationInfo.newCounter,
    ]);
    return kept.userId;
  }

  /** A challenge is answered once, and soon. */
  private takeChallenge(request: Request): string {
    const given = request.session.challenge;
    delete request.session.challenge;
    if (!given || Date.now() - given.at > pendingMs) throw new Refusal(401, 'session.step-expired');
    return given.value;
  }

  /** Where people meet us. Production always has PUBLIC_URL; a developer's machine is believed about its own name. */
  private place(request: Request): { id: string; origin: string } {
    const { hostname, origin } = new URL(this.settings.PUBLIC_URL ?? `http://${request.get('host') ?? 'localhost'}`);
    return { id: hostname, origin };
  }
}
