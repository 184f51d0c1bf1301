import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, tooMany } from '@samverkan/shared/api';
import type { Request } from 'express';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { SignInPool } from './sign-in.pool';

const window = 15 * 60;

/** Counts one more; false when that was too many. */
const allows = (limiter: RateLimiterPostgres, key: string): Promise<boolean> =>
  limiter.consume(key).then(
    () => true,
    (reason: unknown) => {
      if (reason instanceof RateLimiterRes) return false;
      throw reason;
    },
  );

type Kind = 'account' | 'device' | 'network' | 'all' | 'factor' | 'reset' | 'door' | 'begun';

/**
 * At most ten tries on an account in fifteen minutes from all browsers it has not been signed in with, wherever they are; a browser that
 * it has been signed in with has ten of its own, so that nobody can lock her out by guessing. A network and the whole have wider limits.
 */
@Injectable()
export class SignInLimits {
  private readonly limiters: Record<Kind, RateLimiterPostgres>;
  private readonly secret: string;

  constructor(signIn: SignInPool, @Inject(CONFIGURATION) settings: Configuration) {
    this.secret = settings.keys.sessionSecret;
    const limiter = (keyPrefix: Kind, points: number, duration = window) =>
      new RateLimiterPostgres({
        storeClient: signIn.pool,
        storeType: 'pool',
        tableName: 'sign_in_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix,
        points,
        duration,
      });
    this.limiters = {
      account: limiter('account', 10),
      device: limiter('device', 10),
      network: limiter('network', 120),
      all: limiter('all', 3000),
      factor: limiter('factor', 10),
      // Letters to one address; asking more often answers the same and sends nothing.
      reset: limiter('reset', 3, 60 * 60),
      // Forms sent without an account: of their own, so that a workplace that registers can still sign in.
      door: limiter('door', 300),
      // Ways in that were begun and have led nowhere: each leaves a session behind.
      begun: limiter('begun', 300),
    };
  }

  /** Counts a try with a password. Throws 429 with the seconds to wait, whether the account exists or not. */
  async count(account: string, network: string, device: string | undefined): Promise<void> {
    await this.consume(device ? 'device' : 'account', device ?? account);
    await this.consume('network', this.pseudonym(network));
    if (!device) await this.consume('all', 'all');
  }

  /** The try was right: it does not count, so that a whole county can sign in at eight. Those of others stay counted. */
  async giveBack(account: string, network: string, device: string | undefined): Promise<void> {
    await this.limiters[device ? 'device' : 'account'].reward(device ?? account, 1);
    await this.networkWasRight(network);
    if (!device) await this.limiters.all.reward('all', 1);
  }

  /** Counts a try with a second factor, or with a secret given again. */
  async countFactor(userId: string): Promise<void> {
    await this.consume('factor', userId);
  }

  async factorWasRight(userId: string): Promise<void> {
    await this.limiters.factor.delete(userId);
  }

  /** Counts a way in that needs no account: codes of mailed links, passkeys. */
  async countNetwork(network: string): Promise<void> {
    await this.consume('network', this.pseudonym(network));
  }

  /** Counts a way in that somebody begins who is nobody yet, where it makes a session. Throws 429 with the seconds to wait. */
  async countBegun({ session, ip }: Request, isNew: boolean): Promise<void> {
    if (!isNew) return;
    await this.consume('begun', this.pseudonym(ip ?? ''));
    session.begun = true;
  }

  /** What was begun has led in: a county that signs in at eight is not stopped by how many it is. */
  async begunWasRight(network: string, wasBegun: boolean | undefined): Promise<void> {
    if (wasBegun) await this.limiters.begun.reward(this.pseudonym(network), 1);
  }

  /** The way in was hers: it does not count, as a right password does not. */
  async networkWasRight(network: string): Promise<void> {
    await this.limiters.network.reward(this.pseudonym(network), 1);
  }

  /** Counts a form that somebody without an account sends; false when there have been too many from the network. */
  readonly countDoor = (network: string): Promise<boolean> => allows(this.limiters.door, this.pseudonym(network));

  /** False when the address has been sent enough letters for now. */
  readonly mayWriteTo = (account: string): Promise<boolean> => allows(this.limiters.reset, account);

  /** Neither addresses nor mails are kept: a keyed hash counts as well. */
  readonly pseudonym = (value: string): string =>
    createHmac('sha256', this.secret).update(value.trim().toLowerCase()).digest('base64url');

  private async consume(kind: Kind, key: string): Promise<void> {
    try {
      await this.limiters[kind].consume(key);
    } catch (reason) {
      if (reason instanceof RateLimiterRes)
        throw tooMany('session.too-many-tries', Math.ceil(reason.msBeforeNext / 1000));
      throw reason;
    }
  }
}
