import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Publication,
  PublicationDeed,
  PublicationFileChange,
  PublicationFileInput,
} from '@samverkan/publications/contract';
import { Allow, FileStore, TakesFile } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { PublicationFiles } from './publication-files.service';
import { keepers } from './publications.policy';

@ApiTags('publications')
@Controller('api')
export class PublicationFilesController {
  constructor(
    private readonly publicationFiles: PublicationFiles,
    private readonly files: FileStore,
  ) {}

  /** Adds a file: its bytes are the body. Gives the publication back. */
  @Post('publications/:id/files')
  @Allow(keepers)
  @TakesFile()
  @ApiCreatedResponse({ standardSchema: Publication })
  add(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PublicationFileInput }) input: PublicationFileInput,
    @Req() request: Request,
  ): Promise<Publication> {
    return this.publicationFiles.add(id, input, request.body);
  }

  /** Its language, and whether it can be read with aids. */
  @Put('publication-files/:id')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationFileChange }) change: PublicationFileChange,
  ): Promise<Publication> {
    return this.publicationFiles.change(id, change);
  }

  /** The file itself, to be saved. */
  @Get('publication-files/:id/file')
  @Header('Cache-Control', 'private, no-cache')
  @Allow('signed-in')
  @ApiProduces('application/octet-stream')
  async file(@Param('id', { schema: Id }) id: string, @Res() response: Response): Promise<void> {
    await this.files.send(response, id, await this.publicationFiles.nameOf(id));
  }

  /** Takes it away; for thirty days it can be put back. */
  @Post('publication-files/:id/removal')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  takeAway(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationDeed }) _deed: object,
  ): Promise<Publication> {
    return this.publicationFiles.takeAway(id);
  }

  @Post('publication-files/:id/restoration')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  putBack(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationDeed }) _deed: object,
  ): Promise<Publication> {
    return this.publicationFiles.putBack(id);
  }
}
