import { Module } from '@nestjs/common';
import { GeographyController } from './geography.controller';
import { GeographyQuery } from './geography.query';

@Module({ controllers: [GeographyController], providers: [GeographyQuery], exports: [GeographyQuery] })
export class GeographyModule {}
