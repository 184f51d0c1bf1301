import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Comment,
  CommentInput,
  Comments,
  CommentsQuery,
  Mentionables,
  MentionablesQuery,
} from '@samverkan/comments/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { CommentsSeenAsService } from './comments-seen-as.service';
import { CommentsService } from './comments.service';

@ApiTags('comments')
@Controller('api/actions/:id')
export class ActionCommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly othersEyes: CommentsSeenAsService,
  ) {}

  /** What is said about the action, oldest first. */
  @Get('comments')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Comments })
  list(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CommentsQuery }) { all, seenAs }: CommentsQuery,
  ): Promise<Comments> {
    return seenAs ? this.othersEyes.of(id, seenAs) : this.comments.of(id, all ?? false);
  }

  @Post('comments')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: Comment })
  write(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CommentInput }) input: CommentInput,
  ): Promise<Comment> {
    return this.comments.write(id, input);
  }

  /** Functions to mention, and whether their organisation sees the action. */
  @Get('mentionables')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Mentionables })
  choices(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: MentionablesQuery }) { q }: MentionablesQuery,
  ): Promise<Mentionables> {
    return this.comments.choices(id, q);
  }
}
