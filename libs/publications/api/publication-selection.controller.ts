import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PublicationSelection, PublicationSelectionInput } from '@samverkan/publications/contract';
import { Allow } from '@samverkan/shared/api';
import { CountyCode } from '@samverkan/shared/contract';
import { PublicationSelections } from './publication-selection.service';
import { keepers } from './publications.policy';

/** What a county shows first of what has been published. */
@ApiTags('publications')
@Controller('api/publications/selection')
export class PublicationSelectionController {
  constructor(private readonly selections: PublicationSelections) {}

  @Get(':county')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: PublicationSelection })
  read(@Param('county', { schema: CountyCode }) county: string): Promise<PublicationSelection> {
    return this.selections.read(county);
  }

  /** The whole selection in its order; sent again as it was, it is taken back. */
  @Put(':county')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: PublicationSelection })
  set(
    @Param('county', { schema: CountyCode }) county: string,
    @Body({ schema: PublicationSelectionInput }) { publicationIds }: PublicationSelectionInput,
  ): Promise<PublicationSelection> {
    return this.selections.set(county, publicationIds);
  }
}
