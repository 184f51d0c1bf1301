import { type MiddlewareConsumer, Module, type NestModule, type OnModuleInit } from '@nestjs/common';
import { ContactsModule } from '@samverkan/contacts/api';
import { GeographyModule } from '@samverkan/geography/api';
import { PublicationsModule } from '@samverkan/publications/api';
import { SensitiveSources } from '@samverkan/shared/api';
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
import { PublicPreview } from './public-preview.service';
import { PublicTextSensitiveService } from './public-text-sensitive.service';
import { PublicTextsController } from './public-texts.controller';
import { PublicTextsQuery } from './public-texts.query';
import { PublicTextsService } from './public-texts.service';
import { PublicController } from './public.controller';

@Module({
  imports: [ContactsModule, GeographyModule, StrategiesModule, PublicationsModule],
  controllers: [OpenDataController, PublicController, PublicTextsController],
  providers: [
    CountyBoards,
    DrawnPages,
    OpenDataService,
    PageFrame,
    PageTextsService,
    PublicOrigin,
    PublicPagesService,
    PublicPreview,
    PublicTextSensitiveService,
    PublicTextsQuery,
    PublicTextsService,
  ],
  exports: [PageFrame],
})
export class PublicModule implements NestModule, OnModuleInit {
  constructor(
    private readonly sensitive: SensitiveSources,
    private readonly texts: PublicTextSensitiveService,
  ) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(PublicReads).forRoutes(OpenDataController, PublicController);
  }

  onModuleInit(): void {
    this.sensitive.register('public', this.texts);
  }
}
