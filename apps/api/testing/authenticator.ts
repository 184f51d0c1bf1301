import { isoCBOR } from '@simplewebauthn/server/helpers';
import { type KeyObject, createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** What a test changes in an otherwise honest answer. */
export interface Tricks {
  origin?: string;
  rpId?: string;
  /** The person was not asked for her finger or code. */
  unverified?: boolean;
  /** The signature counter the authenticator tells. */
  counter?: number;
  /** The challenge it answers instead of the one it was given. */
  challenge?: string;
  /** Another key signs. */
  foreignKey?: boolean;
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const present = 0x01;
const verified = 0x04;
const attested = 0x40;

/** A security key in software: one passkey, answers as a browser sends them (WebAuthn, ES256, no attestation). */
export class Authenticator {
  readonly id = randomBytes(20);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;

  constructor(private readonly site: string) {}

  /** Answers an offer of `passkey-offer`. */
  make({ challenge }: { challenge: string }, tricks: Tricks = {}): Record<string, unknown> {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.publicKey()]);
    const authData = Buffer.concat([this.data(tricks, attested), credential]);
    const attestationObject = Buffer.from(
      isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]) as never,
      ),
    );
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge, tricks).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers a challenge of `passkey-challenge`. */
  prove({ challenge }: { challenge: string }, tricks: Tricks = {}): Record<string, unknown> {
    this.counter += 1;
    const authData = this.data(tricks);
    const clientData = this.clientData('webauthn.get', challenge, tricks);
    const signed = Buffer.concat([authData, sha256(clientData)]);
    const key: KeyObject = tricks.foreignKey ? this.stranger.privateKey : this.keys.privateKey;
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(key).toString('base64url'),
    });
  }

  private answer(response: Record<string, unknown>): Record<string, unknown> {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }

  private data({ rpId, unverified, counter }: Tricks, more = 0): Buffer {
    const numbers = Buffer.alloc(5);
    numbers.writeUInt8(present | (unverified ? 0 : verified) | more);
    numbers.writeUInt32BE(counter ?? this.counter, 1);
    return Buffer.concat([sha256(rpId ?? new URL(this.site).hostname), numbers]);
  }

  private clientData(type: string, challenge: string, tricks: Tricks): Buffer {
    return Buffer.from(
      JSON.stringify({
        type,
        challenge: tricks.challenge ?? challenge,
        origin: tricks.origin ?? new URL(this.site).origin,
        crossOrigin: false,
      }),
    );
  }

  /** The public key as COSE. */
  private publicKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' }) as { x?: string; y?: string };
    const point = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point(x)],
      [-3, point(y)],
    ]);
    return Buffer.from(isoCBOR.encode(key as never));
  }
}
