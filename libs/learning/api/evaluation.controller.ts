import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Evaluation, evaluationQuestions } from '@samverkan/learning/contract';
import { PageFrame, languageOf } from '@samverkan/public/api';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { NotePage } from './door.page';
import { DoorService } from './door.service';
import { EvaluationPage } from './evaluation.page';
import { EvaluationService } from './evaluation.service';
import { holders } from './offers.policy';
import { sendDoor } from './send-door';

/** What those who came thought: the questions behind a letter's link, and what came of them. */
@ApiTags('learning')
@Controller()
export class EvaluationController {
  constructor(
    private readonly evaluation: EvaluationService,
    private readonly doors: DoorService,
    private readonly frame: PageFrame,
  ) {}

  /** For those who hold it: the mean of each question, when five have answered. */
  @Get('api/offers/:id/evaluation')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Evaluation })
  read(@Param('id', { schema: Id }) id: string): Promise<Evaluation> {
    return this.evaluation.read(id);
  }

  @Get(['anmalan/fragor/:token', 'en/anmalan/fragor/:token'])
  @Allow('anonymous')
  @ApiExcludeEndpoint()
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.draw(request, response, {}, false);
  }

  @Post(['anmalan/fragor/:token', 'en/anmalan/fragor/:token'])
  @Allow('anonymous')
  @ApiExcludeEndpoint()
  async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!(await this.doors.counts(request.ip ?? ''))) return this.note(request, response, 'many', 429);
    const body = (request.body ?? {}) as Record<string, unknown>;
    const typed = Object.fromEntries(evaluationQuestions.map((question) => [question, String(body[question] ?? '')]));
    const answers = evaluationQuestions.map((question) =>
      /^[1-5]$/.test(typed[question] ?? '') ? Number(typed[question]) : 0,
    );
    if (answers.includes(0)) return this.draw(request, response, typed, true);
    if (!(await this.evaluation.answer(String(request.params['token']), answers)))
      return this.note(request, response, 'missing', 404);
    this.note(request, response, 'answered', 200);
  }

  private async draw(
    request: Request,
    response: Response,
    typed: Record<string, string>,
    missing: boolean,
  ): Promise<void> {
    const title = await this.evaluation.titleOf(String(request.params['token']));
    if (title === undefined) return this.note(request, response, 'missing', 404);
    const language = languageOf(request);
    const body = EvaluationPage({ language, title, questions: evaluationQuestions, typed, missing });
    sendDoor(this.frame, request, response, body, missing ? 400 : 200);
  }

  private note(request: Request, response: Response, what: 'answered' | 'many' | 'missing', status: number): void {
    const language = languageOf(request);
    const body = NotePage({ language, heading: `${what}.title`, text: `${what}.text` });
    sendDoor(this.frame, request, response, body, status);
  }
}
