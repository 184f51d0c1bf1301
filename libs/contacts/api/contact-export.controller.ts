import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ContactExportQuery } from '@samverkan/contacts/contract';
import { Allow, Ledger, sendSheet, sendText } from '@samverkan/shared/api';
import type { Response } from 'express';
import { contactCard } from './contact-card.view';
import { ContactRowsQuery } from './contact-rows.query';
import { contactSheetColumns } from './contact-sheet.view';
import type { Language } from './contact-words';

@ApiTags('contacts')
@Controller('api/contacts')
export class ContactExportController {
  constructor(
    private readonly contacts: ContactRowsQuery,
    private readonly ledger: Ledger,
  ) {}

  /** The list as a file: the same filters, order and rights, every row. Each function in it is noted as read. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/vcard')
  async export(
    @Query({ schema: ContactExportQuery }) { format, lang, ...query }: ContactExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await this.ledger.noted('contacts.exported', 'contacts', null, 'done', format);
    const name = lang === 'sv' ? 'kontakter' : 'contacts';
    const rows = this.contacts.rows(query);
    if (format === 'vcf') return sendText(response, { type: 'text/vcard', name: `${name}.vcf` }, cards(rows, lang));
    return sendSheet(response, { format, name, columns: contactSheetColumns(lang) }, rows);
  }
}

async function* cards(rows: ReturnType<ContactRowsQuery['rows']>, lang: Language): AsyncGenerator<string> {
  for await (const row of rows) yield contactCard(row, lang);
}
