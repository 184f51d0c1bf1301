import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ActionExportQuery } from '@samverkan/actions/contract';
import { Allow, ForTokens, Ledger, sendSheet, sendText } from '@samverkan/shared/api';
import { TermsService } from '@samverkan/vocabularies/api';
import type { Response } from 'express';
import { ActionRowsQuery } from './action-rows.query';
import { actionSheetColumns } from './action-sheet.view';

@ApiTags('actions')
@Controller('api/actions')
export class ActionExportController {
  constructor(
    private readonly actions: ActionRowsQuery,
    private readonly ledger: Ledger,
    private readonly terms: TermsService,
  ) {}

  /** The list as a file: the same filters, order and rights, every row. */
  @Get('export')
  @ForTokens('actions.read')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/json')
  async export(
    @Query({ schema: ActionExportQuery }) { format, lang, ...query }: ActionExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await this.ledger.noted('actions.exported', 'actions', null, 'done', format);
    const name = lang === 'sv' ? 'insatser' : 'actions';
    const rows = this.actions.rows(query);
    if (format === 'json') return sendText(response, { type: 'application/json', name: `${name}.json` }, asJson(rows));
    const columns = actionSheetColumns(lang, await this.terms.lists());
    return sendSheet(response, { format, name, columns }, rows);
  }
}

/** A list that is whole at every length, row by row. */
async function* asJson(rows: AsyncGenerator<object>): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
