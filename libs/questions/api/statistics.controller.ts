import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  QuestionStatistics,
  QuestionStatisticsExportQuery,
  QuestionStatisticsQuery,
  subjectWords,
} from '@samverkan/questions/contract';
import { Allow, Db, Ledger, sendSheet } from '@samverkan/shared/api';
import type { Response } from 'express';
import { QuestionStatisticsService } from './statistics.service';

const readers = ['coordinator', 'county_staff', 'county_admin', 'national_reader'] as const;
const words = {
  county: { sv: 'Län', en: 'County' },
  sum: { sv: 'Summa', en: 'Sum' },
  few: { sv: 'skyddas', en: 'protected' },
};

@ApiTags('questions')
@Controller('api/questions/statistics')
export class QuestionStatisticsController {
  constructor(
    private readonly statistics: QuestionStatisticsService,
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  /** What has been asked, how it has gone, whom it has been sent to; and all counties by subject, where small numbers are hidden. */
  @Get()
  @Allow(readers)
  @ApiOkResponse({ standardSchema: QuestionStatistics })
  read(@Query({ schema: QuestionStatisticsQuery }) query: QuestionStatisticsQuery): Promise<QuestionStatistics> {
    return this.statistics.of(query);
  }

  /** All counties by subject as a file, with the same numbers hidden. */
  @Get('export')
  @Allow(readers)
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @Query({ schema: QuestionStatisticsExportQuery }) { format, lang, ...query }: QuestionStatisticsExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await this.ledger.noted('questions.exported', 'questions', null, 'done', format);
    const { counties } = await this.statistics.of(query);
    const named = await this.db.query<{ code: string; name: string }>('select code, name from county');
    const told = (cell: number | null) => cell ?? words.few[lang];
    const lines: (string | number)[][] = [
      ...counties.rows.map(({ countyCode, cells, total }) => [
        named.find(({ code }) => code === countyCode)?.name ?? countyCode,
        ...cells.map(told),
        told(total),
      ]),
      [words.sum[lang], ...counties.totals.map(told), told(counties.total)],
    ];
    const headings = [
      `${words.county[lang]}, ${counties.year}`,
      ...counties.subjects.map((subject) => subjectWords[subject][lang]),
      words.sum[lang],
    ];
    const columns = headings.map((heading, at) => ({
      heading,
      width: at === 0 ? 28 : 18,
      of: (row: (string | number)[]) => row[at] ?? null,
    }));
    async function* rows() {
      yield* lines;
      await Promise.resolve();
    }
    await sendSheet(
      response,
      { format, name: lang === 'sv' ? 'fragor-per-lan' : 'questions-by-county', columns },
      rows(),
    );
  }
}
