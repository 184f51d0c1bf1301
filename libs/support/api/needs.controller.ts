import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { subjectWords } from '@samverkan/questions/contract';
import { Allow, Db, Ledger, sendSheet } from '@samverkan/shared/api';
import { SupportNeeds, SupportNeedsExportQuery, SupportNeedsQuery } from '@samverkan/support/contract';
import type { Response } from 'express';
import { SupportNeedsService } from './needs.service';

const readers = ['coordinator', 'county_staff', 'county_admin'] as const;
const words = {
  place: { sv: 'Kommun', en: 'Municipality' },
  none: { sv: 'Ingen särskild kommun', en: 'No particular municipality' },
  sum: { sv: 'Summa', en: 'Sum' },
  few: { sv: 'skyddas', en: 'protected' },
};

@ApiTags('support')
@Controller('api/support/needs')
export class SupportNeedsController {
  constructor(
    private readonly needs: SupportNeedsService,
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  /** What support is asked for and what it leads to; and the county's municipalities by subject, where small numbers are hidden. */
  @Get()
  @Allow(readers)
  @ApiOkResponse({ standardSchema: SupportNeeds })
  read(@Query({ schema: SupportNeedsQuery }) query: SupportNeedsQuery): Promise<SupportNeeds> {
    return this.needs.of(query);
  }

  /** The municipalities by subject as a file, with the same numbers hidden. */
  @Get('export')
  @Allow(readers)
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @Query({ schema: SupportNeedsExportQuery }) { format, lang, ...query }: SupportNeedsExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await this.ledger.noted('support.exported', 'support', null, 'done', format);
    const { places } = await this.needs.of(query);
    const named = await this.db.query<{ code: string; name: string }>('select code, name from municipality');
    const told = (cell: number | null) => cell ?? words.few[lang];
    const nameOf = (code: string | null) => named.find((one) => one.code === code)?.name ?? words.none[lang];
    const lines: (string | number)[][] = [
      ...places.rows.map(({ municipalityCode, cells, total }) => [
        nameOf(municipalityCode),
        ...cells.map(told),
        told(total),
      ]),
      [words.sum[lang], ...places.totals.map(told), told(places.total)],
    ];
    const headings = [
      words.place[lang],
      ...places.subjects.map((subject) => subjectWords[subject][lang]),
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
    await sendSheet(response, { format, name: lang === 'sv' ? 'stodbehov' : 'needs-of-support', columns }, rows());
  }
}
