import { Module } from '@nestjs/common';
import { GoalsController } from './goals.controller';
import { StrategiesController } from './strategies.controller';
import { StrategiesQuery } from './strategies.query';
import { StrategiesService } from './strategies.service';

@Module({ controllers: [StrategiesController, GoalsController], providers: [StrategiesQuery, StrategiesService] })
export class StrategiesModule {}
