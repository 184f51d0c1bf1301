import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CONFIGURATION } from './config/config.token';
import type { Configuration } from './config/configuration';
import { Db } from './db/db';
import { Housekeeping } from './db/housekeeping';
import { Ledger } from './db/ledger';
import { Notifications } from './db/notifications';
import { DraftsController } from './drafts/drafts.controller';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { InputPipe } from './http/input.pipe';
import { ProblemFilter } from './http/problem.filter';
import { RequestInterceptor } from './http/request.interceptor';
import { Titles } from './ports/titles';
import { EntryGuard } from './rights/entry.guard';
import { EveryRouteDeclares } from './rights/every-route-declares';

/** The way every request walks, wired once for all areas. */
@Global()
@Module({})
export class SharedModule {
  static with(settings: Configuration): DynamicModule {
    return {
      module: SharedModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, DraftsController],
      providers: [
        { provide: CONFIGURATION, useValue: settings },
        Db,
        Housekeeping,
        Ledger,
        Notifications,
        Readiness,
        Titles,
        EveryRouteDeclares,
        { provide: APP_GUARD, useClass: EntryGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_INTERCEPTOR, useClass: RequestInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [CONFIGURATION, Db, Ledger, Notifications, Readiness, Titles],
    };
  }
}
