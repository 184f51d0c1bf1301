import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Derives one key for each use from the installation's encryption keys: the first makes, all of them judge. */
export class AuditKeys {
  private readonly seals: Buffer[];
  private readonly people: Buffer[];

  /** 256 bits each, base64url. */
  constructor(encryptionKeys: readonly string[]) {
    const derive = (use: string) =>
      encryptionKeys.map((key) => Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64url'), '', use, 32)));
    this.seals = derive('samverkan audit seal');
    this.people = derive('samverkan pseudonym');
  }

  /** The same person always has the same pseudonym; nobody without the key can tell whose it is. 128 bits, base64url. */
  pseudonymOf(userId: string): string {
    return pseudonym(this.people[0], userId);
  }

  /** Also by keys that were changed since: all her rows are found by these. */
  pseudonymsOf(userId: string): string[] {
    return this.people.map((key) => pseudonym(key, userId));
  }

  isPseudonymOf(given: string, userId: string): boolean {
    return this.people.some((key) => same(pseudonym(key, userId), given));
  }

  seal(text: string): string {
    return mac(this.seals[0], text);
  }

  isSealOf(given: string, text: string): boolean {
    return this.seals.some((key) => same(mac(key, text), given));
  }
}

const mac = (key: Buffer | undefined, text: string): string => {
  if (!key) throw new Error('There is no encryption key.');
  return createHmac('sha256', key).update(text).digest('base64url');
};
const pseudonym = (key: Buffer | undefined, userId: string): string => mac(key, userId).slice(0, 22);
const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
