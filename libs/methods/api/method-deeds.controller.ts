import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Method, MethodDeed, MethodRetirement, MethodReview, MethodShown } from '@samverkan/methods/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { MethodDeeds } from './method-deeds.service';
import { keepers } from './methods.policy';

/** What is done with a method by a verb. */
@ApiTags('methods')
@Controller('api/methods/:id')
export class MethodDeedsController {
  constructor(private readonly deeds: MethodDeeds) {}

  /** From now on it is shown as widely as it says. */
  @Post('publication')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Method })
  publish(@Param('id', { schema: Id }) id: string, @Body({ schema: MethodDeed }) _deed: object): Promise<Method> {
    return this.deeds.publish(id);
  }

  /** Back to a draft, while nobody builds on it. */
  @Post('publication/undo')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Method })
  unpublish(@Param('id', { schema: Id }) id: string, @Body({ schema: MethodDeed }) _deed: object): Promise<Method> {
    return this.deeds.unpublish(id);
  }

  /** From a day on it is not to be used: why, and what is used instead. */
  @Post('retirement')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Method })
  retire(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MethodRetirement }) input: MethodRetirement,
  ): Promise<Method> {
    return this.deeds.retire(id, input);
  }

  /** It is used again. */
  @Post('retirement/undo')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Method })
  reinstate(@Param('id', { schema: Id }) id: string, @Body({ schema: MethodDeed }) _deed: object): Promise<Method> {
    return this.deeds.reinstate(id);
  }

  /** Who may see it. Widening and narrowing are audited. */
  @Put('visibility')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Method })
  show(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MethodShown }) { visibility }: MethodShown,
  ): Promise<Method> {
    return this.deeds.show(id, visibility);
  }

  /** It has been looked over and is right. */
  @Post('review')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Method })
  review(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MethodReview }) { reviewOn }: MethodReview,
  ): Promise<Method> {
    return this.deeds.review(id, reviewOn);
  }

  /** Takes a draft away; for thirty days it can be put back. */
  @Delete()
  @HttpCode(204)
  @Allow(keepers)
  @ApiNoContentResponse()
  discard(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.deeds.discard(id);
  }

  @Post('restoration')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Method })
  restore(@Param('id', { schema: Id }) id: string, @Body({ schema: MethodDeed }) _deed: object): Promise<Method> {
    return this.deeds.restore(id);
  }
}
