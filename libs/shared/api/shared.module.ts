import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AuditSeals } from './audit/audit-seals';
import { CONFIGURATION } from './config/config.token';
import type { Configuration } from './config/configuration';
import { Db } from './db/db';
import { Housekeeping } from './db/housekeeping';
import { Ledger } from './db/ledger';
import { Notifications } from './db/notifications';
import { DataSource } from 'typeorm';
import { DraftsController } from './drafts/drafts.controller';
import { FileStore } from './files/file-store';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { InputPipe } from './http/input.pipe';
import { ProblemFilter } from './http/problem.filter';
import { RequestInterceptor } from './http/request.interceptor';
import { Jobs } from './jobs/jobs';
import { Mail } from './mail/mail';
import { OutboxController } from './mail/outbox.controller';
import { GoalMoves } from './ports/goal-moves';
import { OrganizationMoves } from './ports/organization-moves';
import { SharedPersonalData } from './db/shared-personal-data';
import { SharedRetention } from './db/shared-retention';
import { PersonalData } from './ports/personal-data';
import { RetentionRules } from './ports/retention-rules';
import { OpenWorks } from './ports/open-works';
import { Parties } from './ports/parties';
import { SensitiveSources } from './ports/sensitive-sources';
import { Deadlines } from './ports/deadlines';
import { Titles } from './ports/titles';
import { Synonyms } from './ports/synonyms';
import { OpenProgressOfGoals } from './ports/open-progress';
import { OpenTrainings } from './ports/open-trainings';
import { Searchables } from './ports/searchables';
import { TrashSources } from './ports/trash-sources';
import { Waits } from './ports/waits';
import { Presences } from './presence/presences';
import { EntryGuard } from './rights/entry.guard';
import { EveryRouteDeclares } from './rights/every-route-declares';
import { SeenAs } from './rights/seen-as';
import { TokenRoutes } from './rights/token-routes';
import { SensitiveTextsController } from './sensitive/sensitive-texts.controller';
import { SensitiveTextsService } from './sensitive/sensitive-texts.service';
import { SheetImports } from './sheets/sheet-imports';
import { TrashController } from './trash/trash.controller';
import { Sealer } from './secrets/sealer';

/** The way every request walks, wired once for all areas. */
@Global()
@Module({})
export class SharedModule {
  /** `migrations` are those this version needs the database to have. */
  static with(settings: Configuration, migrations: readonly string[]): DynamicModule {
    return {
      module: SharedModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, DraftsController, OutboxController, SensitiveTextsController, TrashController],
      providers: [
        { provide: CONFIGURATION, useValue: settings },
        AuditSeals,
        Db,
        FileStore,
        Housekeeping,
        Jobs,
        Ledger,
        Mail,
        Notifications,
        {
          provide: Readiness,
          inject: [DataSource],
          useFactory: (source: DataSource) => new Readiness(source, migrations),
        },
        Sealer,
        SheetImports,
        GoalMoves,
        OrganizationMoves,
        OpenWorks,
        Parties,
        PersonalData,
        Presences,
        RetentionRules,
        SharedPersonalData,
        SharedRetention,
        SeenAs,
        SensitiveSources,
        SensitiveTextsService,
        Deadlines,
        Titles,
        OpenProgressOfGoals,
        Synonyms,
        OpenTrainings,
        Searchables,
        TrashSources,
        Waits,
        EveryRouteDeclares,
        TokenRoutes,
        { provide: APP_GUARD, useClass: EntryGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_INTERCEPTOR, useClass: RequestInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [
        AuditSeals,
        CONFIGURATION,
        Db,
        FileStore,
        Jobs,
        Ledger,
        Mail,
        Notifications,
        Readiness,
        Sealer,
        SheetImports,
        GoalMoves,
        OrganizationMoves,
        OpenWorks,
        Parties,
        PersonalData,
        Presences,
        RetentionRules,
        SeenAs,
        SensitiveSources,
        Deadlines,
        Titles,
        TokenRoutes,
        OpenProgressOfGoals,
        Synonyms,
        OpenTrainings,
        Searchables,
        TrashSources,
        Waits,
      ],
    };
  }
}
