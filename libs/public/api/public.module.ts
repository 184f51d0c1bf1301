import { type MiddlewareConsumer, Module, type NestModule, type OnModuleInit } from '@nestjs/common';
import { ContactsModule } from '@samverkan/contacts/api';
import { GeographyModule } from '@samverkan/geography/api';
import { PublicationsModule } from '@samverkan/publications/api';
import { RetentionRules, SensitiveSources, TrashSources, Waits, sqlRule } from '@samverkan/shared/api';
import { StrategiesModule } from '@samverkan/strategies/api';
import { CountyBoards } from './county-boards';
import { DrawnPages } from './drawn-pages';
import { OpenDataController } from './open-data.controller';
import { OpenDataService } from './open-data.service';
import { PageFrame } from './page-frame';
import { PageTextsService } from './page-texts.service';
import { PublicOrigin } from './public-origin';
import { PublicPagesService } from './public-pages.service';
import { PublicReads } from './public-reads';
import { PublicReportSensitiveService } from './public-report-sensitive.service';
import { PublicReportsController } from './public-reports.controller';
import { PublicReportsService } from './public-reports.service';
import { reportsKept, reportsWait } from './public-reports.keeping';
import { PublicPreview } from './public-preview.service';
import { PublicTextSensitiveService } from './public-text-sensitive.service';
import { PublicTextsController } from './public-texts.controller';
import { PublicTextsQuery } from './public-texts.query';
import { publicTextsTrash } from './public-texts.trash';
import { PublicTextsService } from './public-texts.service';
import { PublicController } from './public.controller';
import { ReportDoorController } from './report-door.controller';

@Module({
  imports: [ContactsModule, GeographyModule, StrategiesModule, PublicationsModule],
  controllers: [
    OpenDataController,
    ReportDoorController,
    PublicController,
    PublicTextsController,
    PublicReportsController,
  ],
  providers: [
    CountyBoards,
    DrawnPages,
    OpenDataService,
    PageFrame,
    PageTextsService,
    PublicOrigin,
    PublicPagesService,
    PublicPreview,
    PublicReportSensitiveService,
    PublicReportsService,
    PublicTextSensitiveService,
    PublicTextsQuery,
    PublicTextsService,
  ],
  exports: [PageFrame, PublicPagesService],
})
export class PublicModule implements NestModule, OnModuleInit {
  constructor(
    private readonly sensitive: SensitiveSources,
    private readonly texts: PublicTextSensitiveService,
    private readonly reports: PublicReportSensitiveService,
    private readonly rules: RetentionRules,
    private readonly waits: Waits,
    private readonly trash: TrashSources,
  ) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(PublicReads).forRoutes(OpenDataController, ReportDoorController, PublicController);
  }

  onModuleInit(): void {
    const of = (kind: string) => (kind === 'report' ? this.reports : this.texts);
    this.sensitive.register('public', {
      hide: (kind, id) => of(kind).hide(kind, id),
      fields: (kind, id) => of(kind).fields(kind, id),
      show: (kind, id, clean) => of(kind).show(kind, id, clean),
    });
    this.rules.register(reportsKept);
    this.rules.register(sqlRule('public', 'public-texts'));
    this.trash.register(publicTextsTrash);
    this.waits.register(reportsWait);
  }
}
