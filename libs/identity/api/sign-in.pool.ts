import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIGURATION, type Configuration, databaseUrlFor, log } from '@samverkan/shared/api';
import pg from 'pg';

/** Connections of the sign-in role: the only one that reads credentials, sessions and other people's memberships. */
@Injectable()
export class SignInPool implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(@Inject(CONFIGURATION) settings: Configuration) {
    this.pool = new pg.Pool({
      connectionString: databaseUrlFor(settings, 'signin'),
      max: 4,
      connectionTimeoutMillis: 2000,
    });
    this.pool.on('error', () => log.warn('a sign-in connection was lost'));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
