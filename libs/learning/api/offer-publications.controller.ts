import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  BegunPublication,
  OfferMaterialInput,
  OfferPublications,
  PublicationOffers,
} from '@samverkan/learning/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { OfferPublicationsService } from './offer-publications.service';

@ApiTags('learning')
@Controller('api')
export class OfferPublicationsController {
  constructor(private readonly published: OfferPublicationsService) {}

  /** What of a training has been published, and what of it the reader may make into a publication. */
  @Get('offers/:id/publications')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: OfferPublications })
  ofOffer(@Param('id', { schema: Id }) id: string): Promise<OfferPublications> {
    return this.published.ofOffer(id);
  }

  /** Begins a draft of a publication from its material, by a county board that holds it; taken back by discarding the draft. */
  @Post('offers/:id/publications')
  @Allow(['county_staff', 'county_admin'])
  @ApiCreatedResponse({ standardSchema: BegunPublication })
  begin(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfferMaterialInput }) { stepId }: OfferMaterialInput,
  ): Promise<BegunPublication> {
    return this.published.begin(id, stepId);
  }

  /** The trainings that a publication comes from. */
  @Get('publications/:id/offers')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: PublicationOffers })
  ofPublication(@Param('id', { schema: Id }) id: string): Promise<PublicationOffers> {
    return this.published.ofPublication(id);
  }
}
