import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Handover,
  HandoverAnswerInput,
  HandoverDecisionInput,
  HandoverList,
  HandoverUndoInput,
} from '@samverkan/contacts/contract';
import { Allow, type Role } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { keepers } from './contacts.policy';
import { HandoverService } from './handover.service';

const atCountyBoard: readonly Role[] = ['county_staff', 'county_admin'];

@ApiTags('handovers')
@Controller('api/handovers')
export class HandoversController {
  constructor(private readonly handovers: HandoverService) {}

  /** What those who have left the acting organisation's functions had open. */
  @Get()
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: HandoverList })
  list(): Promise<HandoverList> {
    return this.handovers.list();
  }

  /** What others ask the county board to take care of. */
  @Get('asked')
  @Allow(atCountyBoard)
  @ApiOkResponse({ standardSchema: HandoverList })
  asked(): Promise<HandoverList> {
    return this.handovers.asked();
  }

  /** Decides on one piece or several, in one act. */
  @Post(':id/decisions')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Handover })
  decide(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HandoverDecisionInput }) input: HandoverDecisionInput,
  ): Promise<Handover> {
    return this.handovers.decide(id, input);
  }

  /** Takes back what was decided about one piece. */
  @Post(':id/decisions/undo')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Handover })
  undo(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HandoverUndoInput }) input: HandoverUndoInput,
  ): Promise<Handover> {
    return this.handovers.undo(id, input);
  }

  /** The county board's answer about a piece. */
  @Post(':id/answers')
  @HttpCode(200)
  @Allow(atCountyBoard)
  @ApiOkResponse({ standardSchema: HandoverList })
  answer(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HandoverAnswerInput }) input: HandoverAnswerInput,
  ): Promise<HandoverList> {
    return this.handovers.answer(id, input);
  }
}
