import { Module } from '@nestjs/common';
import { GeographyModule } from '@samverkan/geography/api';
import { PublicationsModule } from '@samverkan/publications/api';
import { StrategiesModule } from '@samverkan/strategies/api';
import { PageFrame } from './page-frame';
import { PublicController } from './public.controller';
import { PublicPagesService } from './public-pages.service';

@Module({
  imports: [GeographyModule, StrategiesModule, PublicationsModule],
  controllers: [PublicController],
  providers: [PublicPagesService, PageFrame],
  exports: [PageFrame],
})
export class PublicModule {}
