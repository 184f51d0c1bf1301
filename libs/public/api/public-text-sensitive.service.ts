import { Injectable } from '@nestjs/common';
import type { PublicTextVersion } from '@samverkan/public/contract';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';
import { PublicTextsQuery } from './public-texts.query';

/** How a public text that names somebody is hidden and cleaned: it goes from the page at once, and what stood there before it is shown. */
@Injectable()
export class PublicTextSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly query: PublicTextsQuery,
    private readonly ledger: Ledger,
  ) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const text = await this.row(id);
    await this.db.query('select public_text_hide($1)', [id]);
    const boards = await this.db.query<{ id: string; name: string }>(
      `select id, name from organization where kind = 'county_board' and county_code = $1`,
      [text.countyCode],
    );
    return {
      reference: `${boards[0]?.name ?? ''}, T-${id.slice(-6).toUpperCase()}`,
      ownerIds: boards.map((board) => board.id),
      countyCodes: [text.countyCode],
    };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { sv, en } = await this.row(id);
    return [
      { name: 'textSv', text: sv, max: 8000, lines: 'several', required: false },
      { name: 'textEn', text: en, max: 8000, lines: 'several', required: false },
    ];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { version } = await this.row(id);
    await this.db.query('select public_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    if (clean)
      await this.ledger.changed({ area: 'public', objectId: id, visibility: 'own' }, version + 1, [
        { field: 'textRemoved', before: null, after: null },
      ]);
  }

  private async row(id: string): Promise<PublicTextVersion> {
    const text = await this.query.one(id);
    if (!text) throw notFound();
    return text;
  }
}
