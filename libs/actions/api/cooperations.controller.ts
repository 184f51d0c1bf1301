import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Cooperation,
  CooperationAnswerInput,
  CooperationDeed,
  CooperationInvitationInput,
  CooperationProposalInput,
  Cooperations,
} from '@samverkan/actions/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { CooperationsService } from './cooperations.service';

@ApiTags('actions')
@Controller('api')
export class CooperationsController {
  constructor(private readonly cooperations: CooperationsService) {}

  /** What the acting organisation is asked to join, wants to join, and who wants to join what it owns. */
  @Get('cooperations')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Cooperations })
  async mine(): Promise<Cooperations> {
    return { items: await this.cooperations.mine() };
  }

  @Get('cooperations/:id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Cooperation })
  read(@Param('id', { schema: Id }) id: string): Promise<Cooperation> {
    return this.cooperations.read(id);
  }

  /** The same for one action. */
  @Get('actions/:id/cooperations')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Cooperations })
  async of(@Param('id', { schema: Id }) id: string): Promise<Cooperations> {
    return { items: await this.cooperations.of(id) };
  }

  /** Asks another party in, as an owner or a partner. */
  @Post('actions/:id/invitations')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: Cooperation })
  invite(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CooperationInvitationInput }) input: CooperationInvitationInput,
  ): Promise<Cooperation> {
    return this.cooperations.invite(id, input);
  }

  /** Asks the owners to be let in. */
  @Post('actions/:id/proposals')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: Cooperation })
  propose(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CooperationProposalInput }) input: CooperationProposalInput,
  ): Promise<Cooperation> {
    return this.cooperations.propose(id, input);
  }

  /** Leaves the action to the others; never as its last owner. */
  @Post('actions/:id/leave')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Cooperation })
  leave(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CooperationDeed }) _input: object,
  ): Promise<Cooperation> {
    return this.cooperations.leave(id);
  }

  /** Yes: one joint action from now on. */
  @Post('cooperations/:id/accept')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Cooperation })
  accept(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CooperationAnswerInput }) input: CooperationAnswerInput,
  ): Promise<Cooperation> {
    return this.cooperations.accept(id, input);
  }

  @Post('cooperations/:id/decline')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Cooperation })
  decline(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CooperationAnswerInput }) input: CooperationAnswerInput,
  ): Promise<Cooperation> {
    return this.cooperations.decline(id, input);
  }

  /** Takes back what was asked. */
  @Post('cooperations/:id/withdraw')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Cooperation })
  withdraw(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CooperationDeed }) _input: object,
  ): Promise<Cooperation> {
    return this.cooperations.withdraw(id);
  }

  /** Reminds the side that is asked, by letter; 409 until a week has passed since it was asked or last reminded of. */
  @Post('cooperations/:id/reminder')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Cooperation })
  remind(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CooperationDeed }) _input: object,
  ): Promise<Cooperation> {
    return this.cooperations.remind(id);
  }

  /** Takes back an answer, a withdrawal or a leaving, for a day and while nothing is built on it. Of a leaving that is taken back nothing is left. */
  @Post('cooperations/:id/undo')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Cooperations })
  async undo(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CooperationDeed }) _input: object,
  ): Promise<Cooperations> {
    const found = await this.cooperations.undo(id);
    return { items: found ? [found] : [] };
  }
}
