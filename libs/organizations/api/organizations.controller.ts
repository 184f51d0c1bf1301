import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  DuplicateQuery,
  Duplicates,
  OrganizationExportQuery,
  OrganizationPage,
  OrganizationPlaces,
  OrganizationPlacesQuery,
  OrganizationQuery,
  RegistrationChoices,
} from '@samverkan/organizations/contract';
import { Allow, ForTokens, sendSheet } from '@samverkan/shared/api';
import type { Response } from 'express';
import { OrganizationsQuery } from './organizations.query';
import { PartiesService } from './parties.service';
import { partyColumns } from './party-sheet.view';

@ApiTags('organizations')
@Controller('api/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsQuery,
    private readonly parties: PartiesService,
  ) {}

  /** Parties by any name they have had, filtered by kind and place; with `asOf`, as they were on that day. */
  @Get()
  @ForTokens('directory.read')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: OrganizationPage })
  list(@Query({ schema: OrganizationQuery }) query: OrganizationQuery): Promise<OrganizationPage> {
    return this.organizations.page(query);
  }

  /** For the map: how many parties serve each municipality of the county. */
  @Get('places')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: OrganizationPlaces })
  places(@Query({ schema: OrganizationPlacesQuery }) query: OrganizationPlacesQuery): Promise<OrganizationPlaces> {
    return this.organizations.places(query.county);
  }

  /** The list as a file for spreadsheets: the same filters, order and rights, every row. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  export(
    @Query({ schema: OrganizationExportQuery }) { format, lang, ...query }: OrganizationExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const name = lang === 'sv' ? 'parter' : 'parties';
    return sendSheet(response, { format, name, columns: partyColumns(lang) }, this.organizations.rows(query));
  }

  /** What the reader may register. */
  @Get('registration')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: RegistrationChoices })
  registration(): RegistrationChoices {
    return this.parties.choices();
  }

  /** Parties that may be the one somebody is about to register, the likest first. */
  @Get('duplicates')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Duplicates })
  async duplicates(@Query({ schema: DuplicateQuery }) query: DuplicateQuery): Promise<string> {
    return `{"items":${await this.parties.alike(query)}}`;
  }
}
