import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';

interface Row {
  countyCode: string;
  place: string;
  problem: string;
  version: number;
}

/** How a shortcoming that somebody told of, and that names a person, is hidden and cleaned. */
@Injectable()
export class PublicReportSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const { countyCode } = await this.row(id);
    await this.db.query('select public_report_hide($1)', [id]);
    const boards = await this.db.query<{ id: string; name: string }>(
      `select id, name from organization where kind = 'county_board' and county_code = $1`,
      [countyCode],
    );
    return {
      reference: `${boards[0]?.name ?? ''}, B-${id.slice(-6).toUpperCase()}`,
      ownerIds: boards.map((board) => board.id),
      countyCodes: [countyCode],
    };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { place, problem } = await this.row(id);
    return [
      { name: 'place', text: place, max: 300, lines: 'one', required: false },
      { name: 'problem', text: problem, max: 2000, lines: 'several', required: true },
    ];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { version } = await this.row(id);
    await this.db.query('select public_report_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    if (clean)
      await this.ledger.changed({ area: 'public', objectId: id, visibility: 'own' }, version + 1, [
        { field: 'textRemoved', before: null, after: null },
      ]);
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      'select county_code as "countyCode", place, problem, version from public_report where id = $1',
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
