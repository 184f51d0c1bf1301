import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, ForTokens } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import {
  Proposal,
  ProposalAnswerInput,
  ProposalDeed,
  ProposalInput,
  Proposals,
  TermUses,
  Vocabularies,
  VocabularyName,
} from '@samverkan/vocabularies/contract';
import { keepers } from './proposals.policy';
import { ProposalsService } from './proposals.service';
import { TermsService } from './terms.service';

@ApiTags('vocabularies')
@Controller('api/vocabularies')
export class VocabulariesController {
  constructor(
    private readonly terms: TermsService,
    private readonly proposals: ProposalsService,
  ) {}

  /** Every list with all its terms, also those no longer in use. Answers 304 to who has it already. */
  @Get()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ForTokens('actions.read', 'actions.write')
  @ApiOkResponse({ standardSchema: Vocabularies })
  all(): Promise<string> {
    return this.terms.json();
  }

  /** What has been decided of the lists and why; for administrators of a county also what is being proposed. */
  @Get('proposals')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Proposals })
  list(): Promise<Proposals> {
    return this.proposals.list();
  }

  /** Proposes a change to the other counties. With too few of them to ask it is decided at once. */
  @Post('proposals')
  @Allow(keepers)
  @ApiCreatedResponse({ standardSchema: Proposal })
  propose(@Body({ schema: ProposalInput }) input: ProposalInput): Promise<Proposal> {
    return this.proposals.propose(input);
  }

  @Get('proposals/:id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Proposal })
  read(@Param('id', { schema: Id }) id: string): Promise<Proposal> {
    return this.proposals.read(id);
  }

  /** The acting county's answer, given or changed. */
  @Put('proposals/:id/answer')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Proposal })
  answer(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ProposalAnswerInput }) input: ProposalAnswerInput,
  ): Promise<Proposal> {
    return this.proposals.answer(id, input);
  }

  @Delete('proposals/:id/answer')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Proposal })
  takeBack(@Param('id', { schema: Id }) id: string): Promise<Proposal> {
    return this.proposals.takeBack(id);
  }

  @Post('proposals/:id/withdrawal')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Proposal })
  withdraw(@Param('id', { schema: Id }) id: string, @Body({ schema: ProposalDeed }) _deed: object): Promise<Proposal> {
    return this.proposals.withdraw(id);
  }

  /** Takes a merge back. */
  @Post('proposals/:id/undo')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Proposal })
  undo(@Param('id', { schema: Id }) id: string, @Body({ schema: ProposalDeed }) _deed: object): Promise<Proposal> {
    return this.proposals.undo(id);
  }

  /** On how many actions each term stands, of those that this reader sees. */
  @Get(':name/uses')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: TermUses })
  uses(@Param('name', { schema: VocabularyName }) name: VocabularyName): Promise<TermUses> {
    return this.proposals.uses(name);
  }
}
