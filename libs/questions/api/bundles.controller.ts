import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Bundle,
  BundleChange,
  BundleDays,
  BundleInput,
  BundleLetterQuery,
  BundlePage,
  BundleQuery,
  BundleReaddressing,
  BundleSending,
  QuestionEnding,
  QuestionHistory,
  ReplyInput,
} from '@samverkan/questions/contract';
import { Allow, Ledger, sendDocument, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { bundleDocument } from './bundle-document.view';
import { letterOf } from './bundle-letter';
import { bundlePdf } from './bundle-pdf.view';
import { BundleSendingService } from './bundle-sending.service';
import { BundlesService } from './bundles.service';
import { handlers } from './questions.policy';

@ApiTags('questions')
@Controller('api/question-bundles')
export class BundlesController {
  constructor(
    private readonly bundles: BundlesService,
    private readonly sending: BundleSendingService,
    private readonly ledger: Ledger,
  ) {}

  /** What is sent on, or will be: the county board's, and what has been sent to the reader's organisation. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: BundlePage })
  list(@Query({ schema: BundleQuery }) query: BundleQuery): Promise<BundlePage> {
    return this.bundles.list(query);
  }

  /** A draft, of questions the county board has. */
  @Post()
  @Allow(handlers)
  @ApiCreatedResponse({ standardSchema: Bundle })
  write(@Body({ schema: BundleInput }) input: BundleInput): Promise<Bundle> {
    return this.bundles.write(input);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Bundle })
  read(@Param('id', { schema: Id }) id: string): Promise<Bundle> {
    return this.bundles.read(id);
  }

  /** Changes the fields sent of a draft; needs `If-Match`. */
  @Patch(':id')
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Bundle })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: BundleChange }) change: BundleChange,
    @Req() request: Request,
  ): Promise<Bundle> {
    return this.bundles.change(id, versionOf(request), change);
  }

  /** A draft is thrown away; its questions stay as they are. */
  @Delete(':id')
  @HttpCode(204)
  @Allow(handlers)
  @ApiNoContentResponse()
  remove(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.bundles.remove(id);
  }

  @Get(':id/history')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: QuestionHistory })
  async history(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.bundles.history(id)}}`;
  }

  /** The letter, as a document or to print. */
  @Get(':id/letter')
  @Allow('signed-in')
  @ApiProduces('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/pdf')
  async letter(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: BundleLetterQuery }) { format }: BundleLetterQuery,
    @Res() response: Response,
  ): Promise<void> {
    const bundle = await this.bundles.read(id);
    await this.ledger.noted('bundle.letter-fetched', 'bundles', id, 'done', format);
    const letter = letterOf(bundle);
    if (format === 'docx') return sendDocument(response, bundle.reference, bundleDocument(letter));
    const bytes = await bundlePdf(letter);
    response.setHeader('Content-Type', 'application/pdf');
    response.setHeader('Content-Disposition', `attachment; filename="${bundle.reference}.pdf"`);
    response.end(bytes);
  }

  /** It has been sent: to whom, when, under which number, and until when an answer is expected. */
  @Post(':id/send')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Bundle })
  send(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: BundleSending }) input: BundleSending,
  ): Promise<Bundle> {
    return this.sending.send(id, input);
  }

  /** “Inte vårt område”: it goes to another. */
  @Post(':id/readdress')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Bundle })
  readdress(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: BundleReaddressing }) input: BundleReaddressing,
  ): Promise<Bundle> {
    return this.sending.readdress(id, input);
  }

  /** Another number, or another day to expect an answer. */
  @Put(':id/days')
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Bundle })
  setDays(@Param('id', { schema: Id }) id: string, @Body({ schema: BundleDays }) input: BundleDays): Promise<Bundle> {
    return this.sending.setDays(id, input);
  }

  /** The answer: noted by the county board, or written by the one it was sent to. Everybody who asked is told. */
  @Post(':id/replies')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Bundle })
  reply(@Param('id', { schema: Id }) id: string, @Body({ schema: ReplyInput }) input: ReplyInput): Promise<Bundle> {
    return this.sending.reply(id, input);
  }

  /** No answer will come. */
  @Post(':id/end')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Bundle })
  end(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuestionEnding }) { reason }: QuestionEnding,
  ): Promise<Bundle> {
    return this.sending.end(id, reason);
  }
}
