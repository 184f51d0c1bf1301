import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Id,
  SensitiveContent,
  SensitivePurge,
  SensitiveReport,
  SensitiveText,
  SensitiveTexts,
} from '@samverkan/shared/contract';
import * as z from 'zod';
import { Allow } from '../rights/allow';
import { SensitiveTextsService } from './sensitive-texts.service';

const Nothing = z.strictObject({}).meta({ id: 'SensitiveRestore' });

@ApiTags('sensitive-texts')
@Controller('api/sensitive-texts')
export class SensitiveTextsController {
  constructor(private readonly texts: SensitiveTextsService) {}

  /** What is hidden and waits for clean words. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SensitiveTexts })
  waiting(): Promise<SensitiveTexts> {
    return this.texts.waiting();
  }

  /** Hides a thing from everybody at once; 403 for whoever only reads, unless it is her own. */
  @Post()
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: SensitiveText })
  hide(@Body({ schema: SensitiveReport }) report: SensitiveReport): Promise<SensitiveText> {
    return this.texts.hide(report);
  }

  /** The words as they stand, for the owners and the county's administrators. Reading them is noted in the audit. */
  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SensitiveContent })
  open(@Param('id', { schema: Id }) id: string): Promise<SensitiveContent> {
    return this.texts.open(id);
  }

  /** Takes the old words away for good, everywhere, and shows the clean ones. */
  @Post(':id/purge')
  @HttpCode(204)
  @Allow('signed-in')
  purge(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SensitivePurge }) purge: SensitivePurge,
  ): Promise<void> {
    return this.texts.purge(id, purge);
  }

  /** It was nothing sensitive: shown again as it was. */
  @Post(':id/restore')
  @HttpCode(204)
  @Allow('signed-in')
  restore(@Param('id', { schema: Id }) id: string, @Body({ schema: Nothing }) _nothing: object): Promise<void> {
    return this.texts.restore(id);
  }
}
