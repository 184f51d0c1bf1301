import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Organization,
  OrganizationAsOf,
  OrganizationChange,
  OrganizationCheck,
  OrganizationHistory,
  OrganizationInput,
  OrganizationUndo,
} from '@samverkan/organizations/contract';
import { Allow, ForTokens, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { PartiesService } from './parties.service';

@ApiTags('organizations')
@Controller('api/organizations')
export class PartiesController {
  constructor(private readonly parties: PartiesService) {}

  @Post()
  @Allow(['coordinator', 'county_staff', 'county_admin', 'system_admin'])
  @ApiCreatedResponse({ standardSchema: Organization })
  register(@Body({ schema: OrganizationInput }) input: OrganizationInput): Promise<Organization> {
    return this.parties.register(input);
  }

  /** One party; with `asOf`, as it was on that day. */
  @Get(':id')
  @ForTokens('directory.read')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Organization })
  open(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: OrganizationAsOf }) { asOf }: OrganizationAsOf,
  ): Promise<Organization> {
    return this.parties.open(id, asOf ?? null);
  }

  /** Changes the fields sent, from a day on or as a correction; needs `If-Match`. */
  @Patch(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Organization })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OrganizationChange }) change: OrganizationChange,
    @Req() request: Request,
  ): Promise<Organization> {
    return this.parties.change(id, versionOf(request), change);
  }

  /** Takes away a party registered by mistake, while nothing hangs on it; needs `If-Match: "1"`. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('signed-in')
  @ApiNoContentResponse()
  withdraw(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<void> {
    return this.parties.withdraw(id, versionOf(request));
  }

  /** Puts a withdrawn party back, for thirty days. */
  @Post(':id/restoration')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Organization })
  putBack(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OrganizationUndo }) _input: object,
  ): Promise<Organization> {
    return this.parties.putBack(id);
  }

  @Get(':id/history')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: OrganizationHistory })
  async history(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.parties.history(id)}}`;
  }

  /** Notes which facts have been checked against a source today. */
  @Post(':id/checks')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Organization })
  check(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OrganizationCheck }) input: OrganizationCheck,
  ): Promise<Organization> {
    return this.parties.check(id, input);
  }

  /** Takes the last change back, while nothing has been changed after it; needs `If-Match`. */
  @Post(':id/undo')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Organization })
  undo(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OrganizationUndo }) _input: object,
    @Req() request: Request,
  ): Promise<Organization> {
    return this.parties.undo(id, versionOf(request));
  }
}
