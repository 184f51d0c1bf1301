import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { GeographyQuery } from '@samverkan/geography/api';
import { Reach, ReachExportQuery, ReachInput } from '@samverkan/learning/contract';
import { Allow, sendSheet } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import { wordOf } from '@samverkan/vocabularies/contract';
import type { Response } from 'express';
import { holders } from './offers.policy';
import { ReachService } from './reach.service';

const words = {
  municipality: { sv: 'Kommun', en: 'Municipality' },
  unknown: { sv: 'Ej angivet', en: 'Not stated' },
  sum: { sv: 'Summa', en: 'Sum' },
  few: { sv: 'skyddas', en: 'protected' },
};

@ApiTags('learning')
@Controller('api/offers/:id')
export class ReachController {
  constructor(
    private readonly reach: ReachService,
    private readonly terms: TermsService,
    private readonly geography: GeographyQuery,
  ) {}

  /** How many came, by profession and municipality; small numbers are hidden. */
  @Get('reach')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Reach })
  read(@Param('id', { schema: Id }) id: string): Promise<Reach> {
    return this.reach.read(id);
  }

  /** The same as a file. */
  @Get('reach/export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ReachExportQuery }) { format, lang }: ReachExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const reach = await this.reach.read(id);
    const [lists, counties] = await Promise.all([this.terms.lists(), this.geography.counties()]);
    const names = new Map(
      counties.flatMap(({ municipalities }) => municipalities.map(({ code, name }) => [code, name])),
    );
    const told = (cell: number | null) => cell ?? words.few[lang];
    const lines = [
      ...reach.rows.map(({ municipalityCode, cells, total }) => [
        municipalityCode === null ? words.unknown[lang] : (names.get(municipalityCode) ?? municipalityCode),
        ...cells.map(told),
        told(total),
      ]),
      [words.sum[lang], ...reach.totals.map(told), told(reach.total)],
    ];
    const headings = [
      words.municipality[lang],
      ...reach.professions.map((code) =>
        code === null ? words.unknown[lang] : wordOf(lists, 'profession', code, lang),
      ),
      words.sum[lang],
    ];
    const columns = headings.map((heading, at) => ({
      heading,
      width: at === 0 ? 24 : 16,
      of: (row: (string | number)[]) => row[at] ?? null,
    }));
    async function* rows() {
      yield* lines;
      await Promise.resolve();
    }
    await sendSheet(response, { format, name: lang === 'sv' ? 'rackvidd' : 'reach', columns }, rows());
  }

  /** Those who came besides the ones that had registered, counted by hand. */
  @Put('sessions/:sessionId/reach')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Reach })
  enter(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
    @Body({ schema: ReachInput }) { entries }: ReachInput,
  ): Promise<Reach> {
    return this.reach.enter(id, sessionId, entries);
  }

  /** What has been entered by hand, for those who wrote it. */
  @Get('sessions/:sessionId/reach')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: ReachInput })
  async entered(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
  ): Promise<ReachInput> {
    return { entries: await this.reach.entered(id, sessionId) };
  }
}
