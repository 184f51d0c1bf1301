import { Body, Controller, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  SavedFilter,
  SavedFilterChange,
  SavedFilterDeed,
  SavedFilterInput,
  SavedFilters,
} from '@samverkan/actions/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { SavedFiltersService } from './saved-filters.service';

/** Filters of the list of actions under a name: one's own and those of the acting organisation. */
@ApiTags('actions')
@Controller('api/actions/filters')
export class SavedFiltersController {
  constructor(private readonly filters: SavedFiltersService) {}

  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SavedFilters })
  list(): Promise<SavedFilters> {
    return this.filters.list();
  }

  @Post()
  @Allow(['coordinator', 'partner', 'county_staff', 'county_admin', 'national_reader'])
  @ApiCreatedResponse({ standardSchema: SavedFilter })
  save(@Body({ schema: SavedFilterInput }) input: SavedFilterInput): Promise<SavedFilter> {
    return this.filters.save(input);
  }

  /** Another name or choice, or whom it is shared with; needs `If-Match`. */
  @Patch(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SavedFilter })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SavedFilterChange }) change: SavedFilterChange,
    @Req() request: Request,
  ): Promise<SavedFilter> {
    return this.filters.change(id, versionOf(request), change);
  }

  @Post(':id/removal')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SavedFilter })
  remove(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SavedFilterDeed }) _deed: object,
  ): Promise<SavedFilter> {
    return this.filters.remove(id);
  }

  /** Puts a removed filter back. */
  @Post(':id/restoration')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SavedFilter })
  restore(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SavedFilterDeed }) _deed: object,
  ): Promise<SavedFilter> {
    return this.filters.restore(id);
  }
}
