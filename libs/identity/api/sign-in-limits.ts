import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration, tooMany } from '@samverkan/shared/api';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { SignInPool } from './sign-in.pool';

const window = 15 * 60;

/** At most ten tries on an account in fifteen minutes, from wherever; a network and the whole have their own wider limits. */
@Injectable()
export class SignInLimits {
  private readonly limits: { limiter: RateLimiterPostgres; key: (account: string, network: string) => string }[];
  private readonly secret: string;

  constructor(signIn: SignInPool, @Inject(CONFIGURATION) settings: Configuration) {
    this.secret = settings.keys.sessionSecret;
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        storeClient: signIn.pool,
        storeType: 'pool',
        tableName: 'sign_in_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix,
        points,
        duration: window,
      });
    this.limits = [
      { limiter: limiter('account', 10), key: (account) => account },
      { limiter: limiter('network', 120), key: (_, network) => network },
      { limiter: limiter('all', 3000), key: () => 'all' },
    ];
  }

  /** Counts a try. Throws 429 with the seconds to wait, whether the account exists or not. */
  async count(email: string, network: string): Promise<void> {
    const [account, from] = [this.pseudonym(email), this.pseudonym(network)];
    try {
      for (const { limiter, key } of this.limits) await limiter.consume(key(account, from));
    } catch (reason) {
      if (reason instanceof RateLimiterRes)
        throw tooMany('session.too-many-tries', Math.ceil(reason.msBeforeNext / 1000));
      throw reason;
    }
  }

  /** A right password clears the account's count. */
  async clear(email: string): Promise<void> {
    await this.limits[0]?.limiter.delete(this.pseudonym(email));
  }

  /** Neither addresses nor mails are kept: a keyed hash counts as well. */
  private readonly pseudonym = (value: string): string =>
    createHmac('sha256', this.secret).update(value.trim().toLowerCase()).digest('base64url');
}
