import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Faq,
  FaqChange,
  FaqInput,
  FaqPage,
  FaqPublishing,
  FaqQuery,
  QuestionDeed,
  QuestionHistory,
} from '@samverkan/questions/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { FaqService } from './faq.service';
import { handlers } from './questions.policy';

@ApiTags('questions')
@Controller('api/faq')
export class FaqController {
  constructor(private readonly faqs: FaqService) {}

  /** Questions with their answers, the best first where words are asked for. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: FaqPage })
  list(@Query({ schema: FaqQuery }) query: FaqQuery): Promise<FaqPage> {
    return this.faqs.list(query);
  }

  /** A draft of the county board. */
  @Post()
  @Allow(handlers)
  @ApiCreatedResponse({ standardSchema: Faq })
  write(@Body({ schema: FaqInput }) input: FaqInput): Promise<Faq> {
    return this.faqs.write(input);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Faq })
  read(@Param('id', { schema: Id }) id: string): Promise<Faq> {
    return this.faqs.read(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Faq })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FaqChange }) change: FaqChange,
    @Req() request: Request,
  ): Promise<Faq> {
    return this.faqs.change(id, versionOf(request), change);
  }

  @Get(':id/history')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: QuestionHistory })
  async history(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.faqs.history(id)}}`;
  }

  /** It has been checked, and is shown to those named; or checked again. */
  @Post(':id/publish')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Faq })
  publish(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FaqPublishing }) input: FaqPublishing,
  ): Promise<Faq> {
    return this.faqs.publish(id, input);
  }

  /** It is no longer right. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: Faq })
  withdraw(@Param('id', { schema: Id }) id: string, @Body({ schema: QuestionDeed }) _deed: object): Promise<Faq> {
    return this.faqs.withdraw(id);
  }
}
