import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Organization,
  OrganizationPage,
  OrganizationPlaces,
  OrganizationPlacesQuery,
  OrganizationQuery,
} from '@samverkan/organizations/contract';
import { Allow, notFound } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { OrganizationsQuery } from './organizations.query';

@ApiTags('organizations')
@Controller('api/organizations')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsQuery) {}

  /** Parties by any name they have had, filtered by kind and place. */
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

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Organization })
  async read(@Param('id', { schema: Id }) id: string): Promise<Organization> {
    const organization = await this.organizations.byId(id);
    if (!organization) throw notFound();
    return organization;
  }
}
