import { Inject, Injectable } from '@nestjs/common';
import { CompactEncrypt, base64url, calculateJwkThumbprint, compactDecrypt } from 'jose';
import { CONFIGURATION } from '../config/config.token';
import type { Configuration } from '../config/configuration';

/**
 * Keeps what the database must not know: AES-256-GCM with the installation's own key, as a compact JWE. The first key seals; the others
 * can still open, so that keys are changed by putting a new one first.
 */
@Injectable()
export class Sealer {
  private readonly keys: Promise<Map<string, Uint8Array>>;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.keys = Promise.all(
      settings.keys.encryptionKeys.map(async (k): Promise<[string, Uint8Array]> => [
        await calculateJwkThumbprint({ kty: 'oct', k }),
        base64url.decode(k),
      ]),
    ).then((entries) => new Map(entries));
  }

  /** `purpose` is part of what is protected: a secret sealed for one use cannot be opened for another. */
  async seal(value: unknown, purpose: string): Promise<string> {
    const [current] = await this.keys;
    if (!current) throw new Error('There is no encryption key.');
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: current[0], typ: purpose })
      .encrypt(current[1]);
  }

  /** Throws when it was tampered with, sealed for another purpose, or its key is gone. */
  async open(sealed: string, purpose: string): Promise<unknown> {
    const keys = await this.keys;
    const { plaintext, protectedHeader } = await compactDecrypt(
      sealed,
      ({ kid }) => {
        const key = keys.get(kid ?? '');
        if (!key) throw new Error('The key that sealed this is gone.');
        return key;
      },
      { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
    );
    if (protectedHeader.typ !== purpose) throw new Error('Sealed for another purpose.');
    return JSON.parse(new TextDecoder().decode(plaintext)) as unknown;
  }
}
