import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Comment, CommentInput, CommentWordings, CommentsToUs, CommentsToUsQuery } from '@samverkan/comments/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { CommentsService } from './comments.service';

@ApiTags('comments')
@Controller('api/comments')
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  /** Comments in which functions of the acting organisation are mentioned, newest first. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: CommentsToUs })
  toUs(@Query({ schema: CommentsToUsQuery }) query: CommentsToUsQuery): Promise<CommentsToUs> {
    return this.comments.toUs(query);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Comment })
  read(@Param('id', { schema: Id }) id: string): Promise<Comment> {
    return this.comments.read(id);
  }

  /** What it said before, latest first. */
  @Get(':id/wordings')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: CommentWordings })
  wordings(@Param('id', { schema: Id }) id: string): Promise<CommentWordings> {
    return this.comments.wordings(id);
  }

  /** Gives it other words; needs `If-Match` with the version that was read. */
  @Patch(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Comment })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CommentInput }) input: CommentInput,
    @Req() request: Request,
  ): Promise<Comment> {
    return this.comments.change(id, versionOf(request), input);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('signed-in')
  @ApiNoContentResponse()
  takeBack(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.comments.takeBack(id);
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Comment })
  putBack(@Param('id', { schema: Id }) id: string): Promise<Comment> {
    return this.comments.putBack(id);
  }

  /** Somebody of the mentioned organisation has read it: it no longer waits for them. */
  @Post(':id/seen')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Comment })
  see(@Param('id', { schema: Id }) id: string): Promise<Comment> {
    return this.comments.see(id, true);
  }

  /** It waits for them again. */
  @Delete(':id/seen')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Comment })
  unsee(@Param('id', { schema: Id }) id: string): Promise<Comment> {
    return this.comments.see(id, false);
  }
}
