import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Question,
  QuestionChange,
  QuestionExportQuery,
  QuestionHistory,
  QuestionInput,
  QuestionLines,
  QuestionPage,
  QuestionQuery,
  QuestionVisibility,
  SimilarQuery,
  SimilarQuestions,
} from '@samverkan/questions/contract';
import { Allow, Ledger, sendSheet, sendText, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { questionJson, questionSheetColumns } from './question-sheet.view';
import { askers } from './questions.policy';
import { QuestionsQuery } from './questions.query';
import { QuestionsService } from './questions.service';

@ApiTags('questions')
@Controller('api/questions')
export class QuestionsController {
  constructor(
    private readonly questions: QuestionsService,
    private readonly query: QuestionsQuery,
    private readonly ledger: Ledger,
  ) {}

  /** A page of questions. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: QuestionPage })
  list(@Query({ schema: QuestionQuery }) query: QuestionQuery): Promise<QuestionPage> {
    return this.questions.list(query);
  }

  /** The list as a file, with its filters, every row. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/json')
  async export(
    @Query({ schema: QuestionExportQuery }) query: QuestionExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format, lang } = query;
    await this.ledger.noted('questions.exported', 'questions', null, 'done', format);
    const rows = this.query.rows(query);
    const name = lang === 'sv' ? 'fragor' : 'questions';
    if (format === 'json')
      return sendText(response, { type: 'application/json', name: `${name}.json` }, questionJson(rows));
    return sendSheet(response, { format, name, columns: questionSheetColumns(lang) }, rows);
  }

  /** Questions like one that is being written, and answers there are already, as far as the reader may see them. */
  @Get('similar')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SimilarQuestions })
  similar(@Query({ schema: SimilarQuery }) query: SimilarQuery): Promise<SimilarQuestions> {
    return this.query.similar(query);
  }

  /** The acting organisation's own questions, each in one line. */
  @Get('lines')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: QuestionLines })
  lines(): Promise<QuestionLines> {
    return this.query.lines();
  }

  /** Asks for the acting organisation; the county board may take one down for another party. */
  @Post()
  @Allow(askers)
  @ApiCreatedResponse({ standardSchema: Question })
  ask(@Body({ schema: QuestionInput }) input: QuestionInput): Promise<Question> {
    return this.questions.ask(input);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Question })
  read(@Param('id', { schema: Id }) id: string): Promise<Question> {
    return this.questions.read(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(askers)
  @ApiOkResponse({ standardSchema: Question })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuestionChange }) change: QuestionChange,
    @Req() request: Request,
  ): Promise<Question> {
    return this.questions.change(id, versionOf(request), change);
  }

  @Get(':id/history')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: QuestionHistory })
  async history(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.questions.history(id)}}`;
  }

  /** Widens or narrows who may see it. */
  @Put(':id/visibility')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: Question })
  show(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuestionVisibility }) { visibility }: QuestionVisibility,
  ): Promise<Question> {
    return this.questions.show(id, visibility);
  }
}
