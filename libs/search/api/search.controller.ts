import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SearchAnswer, SearchQuery } from '@samverkan/search/contract';
import { Allow } from '@samverkan/shared/api';
import { SearchService } from './search.service';

@ApiTags('search')
@Controller('api/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** What answers to the words in every area, as far as the reader may see it, counted after rights. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SearchAnswer })
  find(@Query({ schema: SearchQuery }) query: SearchQuery): Promise<SearchAnswer> {
    return this.search.find(query);
  }
}
