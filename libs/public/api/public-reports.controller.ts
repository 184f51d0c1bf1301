import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PublicReport, PublicReports, PublicTextDeed } from '@samverkan/public/contract';
import { Allow } from '@samverkan/shared/api';
import { CountyCode, Id } from '@samverkan/shared/contract';
import { PublicReportsService } from './public-reports.service';
import { editors } from './public-texts.policy';

/** What readers of a county's public pages say cannot be used. */
@ApiTags('public')
@Controller('api/public-reports')
export class PublicReportsController {
  constructor(private readonly reports: PublicReportsService) {}

  @Get(':county')
  @Allow(editors)
  @ApiOkResponse({ standardSchema: PublicReports })
  list(@Param('county', { schema: CountyCode }) county: string): Promise<PublicReports> {
    return this.reports.list(county);
  }

  /** Says that it has been answered. */
  @Post(':id/answer')
  @Allow(editors)
  @ApiCreatedResponse({ standardSchema: PublicReport })
  answer(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicTextDeed }) _deed: Record<string, never>,
  ): Promise<PublicReport> {
    return this.reports.answer(id);
  }
}
