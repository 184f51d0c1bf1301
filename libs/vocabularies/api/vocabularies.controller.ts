import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '@samverkan/shared/api';
import { Vocabularies } from '@samverkan/vocabularies/contract';
import { TermsService } from './terms.service';

@ApiTags('vocabularies')
@Controller('api/vocabularies')
export class VocabulariesController {
  constructor(private readonly terms: TermsService) {}

  /** Every list with all its terms, also those no longer in use. Answers 304 to who has it already. */
  @Get()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Vocabularies })
  all(): Promise<string> {
    return this.terms.json();
  }
}
