import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MergeInput, MergePreview, Organization, OrganizationUndo } from '@samverkan/organizations/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { MergesService } from './merges.service';

@ApiTags('organizations')
@Controller('api/organizations/:id/merges')
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  /** What would move if the two were one, as far as the reader may see it. */
  @Get(':intoId')
  @Allow(['county_admin', 'system_admin'])
  @ApiOkResponse({ standardSchema: MergePreview })
  preview(
    @Param('id', { schema: Id }) id: string,
    @Param('intoId', { schema: Id }) intoId: string,
  ): Promise<MergePreview> {
    return this.merges.preview(id, intoId);
  }

  /** Makes the two one; gives the one that stays. */
  @Post()
  @HttpCode(200)
  @Allow(['county_admin', 'system_admin'])
  @ApiOkResponse({ standardSchema: Organization })
  merge(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MergeInput }) { intoId }: MergeInput,
  ): Promise<Organization> {
    return this.merges.merge(id, intoId);
  }

  /** Makes them two again, while nothing has been changed since. */
  @Post('undo')
  @HttpCode(200)
  @Allow(['county_admin', 'system_admin'])
  @ApiOkResponse({ standardSchema: Organization })
  undo(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OrganizationUndo }) _input: object,
  ): Promise<Organization> {
    return this.merges.undo(id);
  }
}
