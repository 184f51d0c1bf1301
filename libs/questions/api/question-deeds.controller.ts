import { Body, Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Question,
  QuestionDeed,
  QuestionEnding,
  QuestionJoining,
  QuestionLeaving,
  QuestionTaking,
  ReplyInput,
  VerdictInput,
} from '@samverkan/questions/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { QuestionSteps } from './question-steps.service';
import { askers, handlers } from './questions.policy';
import { QuestionsService } from './questions.service';

/** What is done with a question: one address for each step. */
@ApiTags('questions')
@Controller('api/questions/:id')
export class QuestionDeedsController {
  constructor(
    private readonly questions: QuestionsService,
    private readonly steps: QuestionSteps,
  ) {}

  /** The county board takes it. */
  @Post('take')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Question })
  take(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuestionTaking }) taking: QuestionTaking,
  ): Promise<Question> {
    return this.steps.take(id, taking);
  }

  /** It is not for the county board, nor to be sent on; with why. */
  @Post('reject')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Question })
  reject(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuestionEnding }) { reason }: QuestionEnding,
  ): Promise<Question> {
    return this.steps.step(id, 'reject', reason);
  }

  /** It is no longer relevant. */
  @Post('end')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: Question })
  end(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuestionEnding }) { reason }: QuestionEnding,
  ): Promise<Question> {
    return this.steps.step(id, 'end', reason);
  }

  /** Nobody has an answer: it is ended and stands in the yearly list. */
  @Post('unanswered')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Question })
  unanswered(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuestionEnding }) { reason }: QuestionEnding,
  ): Promise<Question> {
    return this.steps.step(id, 'unanswered', reason);
  }

  /** Takes the own latest step back. */
  @Post('undo')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: Question })
  undo(@Param('id', { schema: Id }) id: string, @Body({ schema: QuestionDeed }) _deed: object): Promise<Question> {
    return this.steps.step(id, 'undo');
  }

  /** The county board answers it itself. */
  @Post('answer')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Question })
  answer(@Param('id', { schema: Id }) id: string, @Body({ schema: ReplyInput }) input: ReplyInput): Promise<Question> {
    return this.steps.answer(id, input);
  }

  /** Whether the answer answers it. */
  @Post('verdict')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: Question })
  judge(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: VerdictInput }) input: VerdictInput,
  ): Promise<Question> {
    return this.steps.judge(id, input);
  }

  /** The acting organisation has the same question. */
  @Post('joins')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: Question })
  join(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuestionJoining }) input: QuestionJoining,
  ): Promise<Question> {
    return this.questions.join(id, input);
  }

  /** It has it no longer. */
  @Delete('joins')
  @HttpCode(204)
  @Allow(askers)
  @ApiNoContentResponse()
  leave(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: QuestionLeaving }) { organizationId }: QuestionLeaving,
  ): Promise<void> {
    return this.questions.leave(id, organizationId ?? null);
  }
}
