import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  DuplicateQuery,
  Duplicates,
  OrganizationPage,
  OrganizationPlaces,
  OrganizationPlacesQuery,
  OrganizationQuery,
  RegistrationChoices,
} from '@samverkan/organizations/contract';
import { Allow } from '@samverkan/shared/api';
import { OrganizationsQuery } from './organizations.query';
import { PartiesService } from './parties.service';

@ApiTags('organizations')
@Controller('api/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsQuery,
    private readonly parties: PartiesService,
  ) {}

  /** Parties by any name they have had, filtered by kind and place; with `asOf`, as they were on that day. */
  @Get()
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
