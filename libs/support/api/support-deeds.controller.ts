import { Body, Controller, Delete, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import {
  SupportAgreement,
  SupportClosing,
  SupportDeed,
  SupportEffectInput,
  SupportHandling,
  SupportLinkInput,
  SupportMessageInput,
  SupportProposal,
  SupportReason,
  SupportRequest,
  SupportTelling,
} from '@samverkan/support/contract';
import { SupportSteps } from './support-steps.service';
import { askers, handlers } from './support.policy';

/** What is done with a request: one address for each step. */
@ApiTags('support')
@Controller('api/support/:id')
export class SupportDeedsController {
  constructor(private readonly steps: SupportSteps) {}

  /** The county board takes it. */
  @Post('take')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  take(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportHandling }) handling: SupportHandling,
  ): Promise<SupportRequest> {
    return this.steps.take(id, handling);
  }

  /** What the county board offers. */
  @Post('propose')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  propose(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportProposal }) { proposal }: SupportProposal,
  ): Promise<SupportRequest> {
    return this.steps.step(id, 'propose', proposal);
  }

  /** Whoever asked says yes to it. */
  @Post('agree')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  agree(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportAgreement }) agreement: SupportAgreement,
  ): Promise<SupportRequest> {
    return this.steps.agree(id, agreement);
  }

  /** Closes it for now, with what was done. Three months after whoever asked says what it led to. */
  @Post('close')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  close(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportClosing }) { outcome }: SupportClosing,
  ): Promise<SupportRequest> {
    return this.steps.step(id, 'close', outcome);
  }

  /** Opens it again, with why. */
  @Post('reopen')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  reopen(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportReason }) { reason }: SupportReason,
  ): Promise<SupportRequest> {
    return this.steps.step(id, 'reopen', reason);
  }

  /** It is nothing the county board gives support in; with why. */
  @Post('decline')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  decline(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportReason }) { reason }: SupportReason,
  ): Promise<SupportRequest> {
    return this.steps.step(id, 'decline', reason);
  }

  /** Whoever asked no longer needs it; with why. */
  @Post('withdraw')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  withdraw(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportReason }) { reason }: SupportReason,
  ): Promise<SupportRequest> {
    return this.steps.step(id, 'withdraw', reason);
  }

  /** Takes the own latest step back. */
  @Post('undo')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  undo(@Param('id', { schema: Id }) id: string, @Body({ schema: SupportDeed }) _deed: object): Promise<SupportRequest> {
    return this.steps.undo(id);
  }

  /** Whether the support made a difference. */
  @Post('effect')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  judge(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportEffectInput }) input: SupportEffectInput,
  ): Promise<SupportRequest> {
    return this.steps.judge(id, input);
  }

  /** One side writes to the other. */
  @Post('messages')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  say(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportMessageInput }) input: SupportMessageInput,
  ): Promise<SupportRequest> {
    return this.steps.say(id, input);
  }

  /** What the support is or led to: an action, a training, a method or a publication. */
  @Post('links')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  link(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportLinkInput }) input: SupportLinkInput,
  ): Promise<SupportRequest> {
    return this.steps.link(id, input);
  }

  /** Gives it to another of the board's functions, or another day. */
  @Put('handling')
  @HttpCode(200)
  @Allow(handlers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  give(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportHandling }) handling: SupportHandling,
  ): Promise<SupportRequest> {
    return this.steps.give(id, handling);
  }

  /** Whether others in the county may be told that it helped. */
  @Put('telling')
  @HttpCode(200)
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  tell(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportTelling }) { mayTell }: SupportTelling,
  ): Promise<SupportRequest> {
    return this.steps.tell(id, mayTell);
  }

  /** It no longer leads to this. */
  @Delete('links')
  @HttpCode(204)
  @Allow(askers)
  @ApiNoContentResponse()
  unlink(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SupportLinkInput }) link: SupportLinkInput,
  ): Promise<void> {
    return this.steps.unlink(id, link);
  }
}
