import { Injectable } from '@nestjs/common';
import { tooMany } from '@samverkan/shared/api';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { SignInLimits } from './sign-in-limits';
import { SignInPool } from './sign-in.pool';

/** How many requests a token may make in a minute. */
export const tokenRequests = 300;

/** A token may ask so often, over all replicas; and a network may come with so many that there are none of. */
@Injectable()
export class TokenLimits {
  private readonly requests: RateLimiterPostgres;
  private readonly unknown: RateLimiterPostgres;

  constructor(
    signIn: SignInPool,
    private readonly signInLimits: SignInLimits,
  ) {
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({
        storeClient: signIn.pool,
        storeType: 'pool',
        tableName: 'sign_in_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        inMemoryBlockOnConsumed: points,
        keyPrefix,
        points,
        duration,
      });
    this.requests = limiter('token', tokenRequests, 60);
    this.unknown = limiter('token-network', 60, 15 * 60);
  }

  /** Counts a request by the token. Throws 429 with the seconds to wait. */
  count(tokenId: string): Promise<void> {
    return this.consume(this.requests, tokenId);
  }

  countUnknown(network: string): Promise<void> {
    return this.consume(this.unknown, this.signInLimits.pseudonym(network));
  }

  private async consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (reason) {
      if (reason instanceof RateLimiterRes)
        throw tooMany('token.too-many', Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
      throw reason;
    }
  }
}
