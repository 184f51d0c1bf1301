import { Body, Controller, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ActionTemplate,
  ActionTemplateChange,
  ActionTemplateDeed,
  ActionTemplateInput,
  ActionTemplates,
} from '@samverkan/intake/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { TemplatesService } from './templates.service';
import { writers } from './writers';

/** What the acting organisation's actions may begin with, under names of its own. */
@ApiTags('intake')
@Controller('api/action-templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionTemplates })
  list(): Promise<ActionTemplates> {
    return this.templates.list();
  }

  @Post()
  @Allow([...writers])
  @ApiCreatedResponse({ standardSchema: ActionTemplate })
  keep(@Body({ schema: ActionTemplateInput }) input: ActionTemplateInput): Promise<ActionTemplate> {
    return this.templates.keep(input);
  }

  /** Another name or another content; needs `If-Match`. */
  @Patch(':id')
  @Allow([...writers])
  @ApiOkResponse({ standardSchema: ActionTemplate })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ActionTemplateChange }) change: ActionTemplateChange,
    @Req() request: Request,
  ): Promise<ActionTemplate> {
    return this.templates.change(id, versionOf(request), change);
  }

  @Post(':id/removal')
  @HttpCode(200)
  @Allow([...writers])
  @ApiOkResponse({ standardSchema: ActionTemplate })
  remove(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ActionTemplateDeed }) _deed: object,
  ): Promise<ActionTemplate> {
    return this.templates.remove(id);
  }

  /** Puts a removed template back. */
  @Post(':id/restoration')
  @HttpCode(200)
  @Allow([...writers])
  @ApiOkResponse({ standardSchema: ActionTemplate })
  restore(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ActionTemplateDeed }) _deed: object,
  ): Promise<ActionTemplate> {
    return this.templates.restore(id);
  }
}
