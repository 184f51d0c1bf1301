import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AnswerField,
  AnswerFieldInput,
  Consultation,
  ConsultationDeed,
  ConsultationDraft,
  NoCommentInput,
} from '@samverkan/consultations/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { AnswersService } from './answers.service';
import { answerers } from './consultations.policy';

/** One's own organisation's answer. */
@ApiTags('consultations')
@Controller('api/consultations/:id/answer')
export class AnswerController {
  constructor(private readonly answers: AnswersService) {}

  /** Writes one text. It is the organisation's own until the answer is sent. */
  @Put('fields/:field')
  @Allow(answerers)
  @ApiOkResponse({ standardSchema: ConsultationDraft })
  write(
    @Param('id', { schema: Id }) id: string,
    @Param('field', { schema: AnswerField }) field: AnswerField,
    @Body({ schema: AnswerFieldInput }) input: AnswerFieldInput,
  ): Promise<ConsultationDraft> {
    return this.answers.write(id, field, input);
  }

  /** "Ingen synpunkt" on the rest, in one act. */
  @Post('no-comment')
  @HttpCode(200)
  @Allow(answerers)
  @ApiOkResponse({ standardSchema: Consultation })
  noComment(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NoCommentInput }) { undo }: NoCommentInput,
  ): Promise<Consultation> {
    return this.answers.noComment(id, undo);
  }

  @Post('sending')
  @HttpCode(200)
  @Allow(answerers)
  @ApiOkResponse({ standardSchema: Consultation })
  send(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConsultationDeed }) _deed: object,
  ): Promise<Consultation> {
    return this.answers.send(id);
  }
}
