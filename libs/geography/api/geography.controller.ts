import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Counties } from '@samverkan/geography/contract';
import { Allow, ForTokens } from '@samverkan/shared/api';
import { GeographyQuery } from './geography.query';

@ApiTags('geography')
@Controller('api/counties')
export class GeographyController {
  constructor(private readonly geography: GeographyQuery) {}

  /** Every county with its municipalities, in Swedish order. */
  @Get()
  @ForTokens('actions.read', 'actions.write', 'directory.read')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Counties })
  async list(): Promise<Counties> {
    return { items: await this.geography.counties() };
  }
}
