import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Attachments, FileInput, LinkInput } from '@samverkan/attachments/contract';
import { Allow, FileStore, TakesFile } from '@samverkan/shared/api';
import { Id, SeenAsQuery } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { AttachmentsService } from './attachments.service';

@ApiTags('attachments')
@Controller('api')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly files: FileStore,
  ) {}

  /** Files and links that hang at the action and at its lines, oldest first. */
  @Get('actions/:id/attachments')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Attachments })
  list(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SeenAsQuery }) { seenAs }: SeenAsQuery,
  ): Promise<Attachments> {
    return seenAs ? this.attachments.seenAs(id, seenAs) : this.attachments.list(id);
  }

  /** Hangs a file at the action, or at one of its lines: its bytes are the body. Gives all of them back. */
  @Post('actions/:id/attachments/files')
  @Allow('signed-in')
  @TakesFile()
  @ApiCreatedResponse({ standardSchema: Attachments })
  addFile(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: FileInput }) input: FileInput,
    @Req() request: Request,
  ): Promise<Attachments> {
    return this.attachments.addFile(id, input, request.body);
  }

  /** Hangs a link at the action, or at one of its lines; gives all of them back. */
  @Post('actions/:id/attachments/links')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: Attachments })
  addLink(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: LinkInput }) input: LinkInput,
  ): Promise<Attachments> {
    return this.attachments.addLink(id, input);
  }

  /** The file itself, to be saved. */
  @Get('attachments/:id/file')
  @Header('Cache-Control', 'private, no-cache')
  @Allow('signed-in')
  @ApiProduces('application/octet-stream')
  async file(@Param('id', { schema: Id }) id: string, @Res() response: Response): Promise<void> {
    const { name } = await this.attachments.file(id);
    await this.files.send(response, id, name);
  }

  /** Takes it away; for thirty days it can be put back. Gives the remaining ones back. */
  @Post('attachments/:id/removal')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Attachments })
  takeAway(@Param('id', { schema: Id }) id: string): Promise<Attachments> {
    return this.attachments.takeAway(id);
  }

  /** Puts it back. */
  @Post('attachments/:id/restoration')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Attachments })
  putBack(@Param('id', { schema: Id }) id: string): Promise<Attachments> {
    return this.attachments.putBack(id);
  }
}
