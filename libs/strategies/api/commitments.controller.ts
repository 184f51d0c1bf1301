import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import {
  Commitment,
  CommitmentChange,
  CommitmentDeed,
  CommitmentInput,
  CommitmentQuery,
  Commitments,
} from '@samverkan/strategies/contract';
import type { Request } from 'express';
import { CommitmentsService, undertakers } from './commitments.service';

/** What parties have undertaken for the goals. */
@ApiTags('strategies')
@Controller('api/commitments')
export class CommitmentsController {
  constructor(private readonly commitments: CommitmentsService) {}

  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Commitments })
  list(@Query({ schema: CommitmentQuery }) query: CommitmentQuery): Promise<Commitments> {
    return this.commitments.list(query);
  }

  @Post()
  @Allow(undertakers)
  @ApiCreatedResponse({ standardSchema: Commitment })
  add(@Body({ schema: CommitmentInput }) input: CommitmentInput): Promise<Commitment> {
    return this.commitments.add(input);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(undertakers)
  @ApiOkResponse({ standardSchema: Commitment })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CommitmentChange }) change: CommitmentChange,
    @Req() request: Request,
  ): Promise<Commitment> {
    return this.commitments.change(id, versionOf(request), change);
  }

  /** The party itself says that it stands. */
  @Post(':id/confirmation')
  @HttpCode(200)
  @Allow(undertakers)
  @ApiOkResponse({ standardSchema: Commitment })
  confirm(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CommitmentDeed }) _deed: object,
  ): Promise<Commitment> {
    return this.commitments.confirm(id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Allow(undertakers)
  @ApiOkResponse({ standardSchema: Commitment })
  withdraw(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CommitmentDeed }) _deed: object,
  ): Promise<Commitment> {
    return this.commitments.withdraw(id);
  }

  /** Takes a withdrawal back. */
  @Post(':id/resumption')
  @HttpCode(200)
  @Allow(undertakers)
  @ApiOkResponse({ standardSchema: Commitment })
  resume(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CommitmentDeed }) _deed: object,
  ): Promise<Commitment> {
    return this.commitments.resume(id);
  }
}
