import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OfferSubKindChange, OfferSubKindInput, OfferSubKinds } from '@samverkan/learning/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { OfferKindsService } from './offer-kinds.service';

@ApiTags('learning')
@Controller('api/offer-kinds')
export class OfferKindsController {
  constructor(private readonly kinds: OfferKindsService) {}

  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: OfferSubKinds })
  list(): Promise<OfferSubKinds> {
    return this.kinds.list();
  }

  @Post()
  @Allow(['county_admin'])
  @ApiCreatedResponse({ standardSchema: OfferSubKinds })
  make(@Body({ schema: OfferSubKindInput }) input: OfferSubKindInput): Promise<OfferSubKinds> {
    return this.kinds.make(input);
  }

  /** Renames it, closes it, or opens it again. What has it keeps it. */
  @Patch(':id')
  @Allow(['county_admin'])
  @ApiOkResponse({ standardSchema: OfferSubKinds })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfferSubKindChange }) change: OfferSubKindChange,
  ): Promise<OfferSubKinds> {
    return this.kinds.change(id, change);
  }
}
