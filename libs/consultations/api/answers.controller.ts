import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  CommentResponseInput,
  ConsultationAnswers,
  ConsultationDeed,
  ConsultationExportQuery,
  ConsultationParties,
} from '@samverkan/consultations/contract';
import { Allow, Ledger, sendSheet } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Response } from 'express';
import { consultationSheetColumns, consultationSheetRows } from './consultation-sheet.view';
import { askers } from './consultations.policy';
import { ConsultationsService } from './consultations.service';
import { ResponsesService } from './responses.service';
import { RoundsService } from './rounds.service';

/** What came in, and what whoever asks does with it. */
@ApiTags('consultations')
@Controller('api/consultations/:id')
export class AnswersController {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly rounds: RoundsService,
    private readonly responses: ResponsesService,
    private readonly ledger: Ledger,
  ) {}

  @Get('answers')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ConsultationAnswers })
  answers(@Param('id', { schema: Id }) id: string): Promise<ConsultationAnswers> {
    return this.consultations.answers(id);
  }

  /** Every comment with what became of it, as a file. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ConsultationExportQuery }) { format, lang }: ConsultationExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const answers = await this.consultations.answers(id);
    await this.ledger.noted('consultation.exported', 'consultations', id, 'done', format);
    const name = lang === 'sv' ? 'remissvar' : 'consultation-answers';
    const columns = consultationSheetColumns(lang);
    return sendSheet(response, { format, name, columns }, consultationSheetRows(answers));
  }

  @Put('comments/:commentId/response')
  @Allow(askers)
  @ApiOkResponse({ standardSchema: ConsultationAnswers })
  respond(
    @Param('id', { schema: Id }) id: string,
    @Param('commentId', { schema: Id }) commentId: string,
    @Body({ schema: CommentResponseInput }) input: CommentResponseInput,
  ): Promise<ConsultationAnswers> {
    return this.responses.respond(id, commentId, input);
  }

  /** Asks more parties. */
  @Post('invitations')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: ConsultationAnswers })
  invite(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConsultationParties }) { organizationIds }: ConsultationParties,
  ): Promise<ConsultationAnswers> {
    return this.rounds.invite(id, organizationIds);
  }

  /** Asks a party no longer, while it has written nothing. */
  @Delete('invitations/:organizationId')
  @Allow(askers)
  @ApiOkResponse({ standardSchema: ConsultationAnswers })
  withdraw(
    @Param('id', { schema: Id }) id: string,
    @Param('organizationId', { schema: Id }) organizationId: string,
  ): Promise<ConsultationAnswers> {
    return this.rounds.withdraw(id, organizationId);
  }

  /** A letter to those of the named who have not answered. */
  @Post('reminders')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: ConsultationAnswers })
  remind(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConsultationParties }) { organizationIds }: ConsultationParties,
  ): Promise<ConsultationAnswers> {
    return this.rounds.remind(id, organizationIds);
  }

  @Post('closing')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: ConsultationAnswers })
  close(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConsultationDeed }) _deed: object,
  ): Promise<ConsultationAnswers> {
    return this.rounds.close(id);
  }

  /** Takes the closing back. */
  @Post('reopening')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: ConsultationAnswers })
  reopen(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConsultationDeed }) _deed: object,
  ): Promise<ConsultationAnswers> {
    return this.rounds.reopen(id);
  }
}
