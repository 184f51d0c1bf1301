import { Injectable } from '@nestjs/common';
import { Db, type HiddenPlace, type SensitiveField, type SensitiveSource, notFound } from '@samverkan/shared/api';

interface Row {
  countyCode: string;
  title: string;
  text: string;
  workplace: string;
  reason: string;
}

/** How an inquiry that names a person is hidden and cleaned. Whoever wrote it has no account: the county board answers for it. */
@Injectable()
export class InquirySensitiveService implements SensitiveSource {
  constructor(private readonly db: Db) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const { countyCode } = await this.row(id);
    await this.db.query('select support_inquiry_hide($1)', [id]);
    const boards = await this.db.query<{ id: string; name: string }>(
      `select id, name from organization where kind = 'county_board' and county_code = $1`,
      [countyCode],
    );
    return {
      reference: `${boards[0]?.name ?? ''}, S-${id.slice(-6).toUpperCase()}`,
      ownerIds: boards.map((board) => board.id),
      countyCodes: [countyCode],
    };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { title, text, workplace, reason } = await this.row(id);
    return [
      { name: 'need', text: title, max: 300, lines: 'one', required: true },
      { name: 'background', text, max: 4000, lines: 'several', required: false },
      { name: 'workplace', text: workplace, max: 200, lines: 'one', required: true },
      { name: 'endReason', text: reason, max: 500, lines: 'one', required: false },
    ];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    await this.row(id);
    await this.db.query('select support_inquiry_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      'select county_code as "countyCode", title, text, workplace, reason from support_inquiry where id = $1',
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
