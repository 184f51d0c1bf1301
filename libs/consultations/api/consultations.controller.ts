import { Body, Controller, Get, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Consultation,
  ConsultationChange,
  ConsultationChoices,
  ConsultationChoicesQuery,
  ConsultationInput,
  ConsultationList,
} from '@samverkan/consultations/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { askers } from './consultations.policy';
import { ConsultationsService } from './consultations.service';
import { RoundsService } from './rounds.service';

@ApiTags('consultations')
@Controller('api/consultations')
export class ConsultationsController {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly rounds: RoundsService,
  ) {}

  /** The rounds one is asked in, and those one asks in: open first. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ConsultationList })
  list(): Promise<ConsultationList> {
    return this.consultations.list();
  }

  /** Whom a draft can be put to. */
  @Get('choices')
  @Allow(askers)
  @ApiOkResponse({ standardSchema: ConsultationChoices })
  choices(
    @Query({ schema: ConsultationChoicesQuery }) { strategy }: ConsultationChoicesQuery,
  ): Promise<ConsultationChoices> {
    return this.rounds.choices(strategy);
  }

  /** Puts a draft to others. */
  @Post()
  @Allow(askers)
  @ApiCreatedResponse({ standardSchema: Consultation })
  open(@Body({ schema: ConsultationInput }) input: ConsultationInput): Promise<Consultation> {
    return this.rounds.open(input);
  }

  /** A round with the draft's goals while they may be read, and one's own answer. */
  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Consultation })
  read(@Param('id', { schema: Id }) id: string): Promise<Consultation> {
    return this.consultations.read(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(askers)
  @ApiOkResponse({ standardSchema: Consultation })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConsultationChange }) change: ConsultationChange,
    @Req() request: Request,
  ): Promise<Consultation> {
    return this.rounds.change(id, versionOf(request), change);
  }
}
