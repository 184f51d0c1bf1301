import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Action,
  Connection,
  Connections,
  Cooperation,
  CooperationDeed,
  Nudge,
  NudgeProposalInput,
} from '@samverkan/actions/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { ConnectionsService } from './connections.service';

@ApiTags('actions')
@Controller('api')
export class ConnectionsController {
  constructor(private readonly connections: ConnectionsService) {}

  /** Asks the county to connect one with whoever plans the like. What becomes of it shows nowhere for whoever asks. */
  @Post('actions/:id/connection')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  ask(@Param('id', { schema: Id }) id: string, @Body({ schema: CooperationDeed }) _input: object): Promise<Action> {
    return this.connections.ask(id);
  }

  /** What a county board is asked to connect, and what has been sent on to the acting organisation. */
  @Get('connections')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Connections })
  all(): Promise<Connections> {
    return this.connections.all();
  }

  /** One question to a county board. */
  @Get('connections/:id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Connection })
  read(@Param('id', { schema: Id }) id: string): Promise<Connection> {
    return this.connections.read(id);
  }

  /** Sends it on to whoever it may concern. The answer is the same however many that is. */
  @Post('connections/:id/forward')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Connection })
  forward(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CooperationDeed }) _input: object,
  ): Promise<Connection> {
    return this.connections.forward(id);
  }

  /** The question, for a party it has reached. */
  @Get('nudges/:id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Nudge })
  nudge(@Param('id', { schema: Id }) id: string): Promise<Nudge> {
    return this.connections.nudge(id);
  }

  /** Yes: a proposal to those who asked. */
  @Post('nudges/:id/proposal')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: Cooperation })
  propose(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NudgeProposalInput }) input: NudgeProposalInput,
  ): Promise<Cooperation> {
    return this.connections.propose(id, input);
  }

  /** No, which nobody is told. */
  @Post('nudges/:id/decline')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Nudge })
  decline(@Param('id', { schema: Id }) id: string, @Body({ schema: CooperationDeed }) _input: object): Promise<Nudge> {
    return this.connections.decline(id);
  }
}
