import { Injectable } from '@nestjs/common';
import { Db, type HiddenPlace, type SensitiveField, notFound } from '@samverkan/shared/api';

interface Row {
  message: string;
  answer: string | null;
  reference: string;
  hostIds: string[];
  organizationId: string;
  countyCodes: string[];
}

/** How what was said with a question about holding a training together, or its answer, is hidden, given to whoever cleans it, and cleaned. */
@Injectable()
export class HostingSensitiveService {
  constructor(private readonly db: Db) {}

  async hide(id: string): Promise<HiddenPlace> {
    const { reference, hostIds, organizationId, countyCodes } = await this.row(id);
    await this.db.query('select hosting_text_hide($1)', [id]);
    return { reference, ownerIds: [...new Set([...hostIds, organizationId])], countyCodes };
  }

  async fields(id: string): Promise<SensitiveField[]> {
    const { message, answer } = await this.row(id);
    const field = { lines: 'several', required: false } as const;
    return [
      { name: 'message', text: message, max: 1000, ...field },
      ...(answer === null ? [] : [{ name: 'answer', text: answer, max: 500, ...field }]),
    ];
  }

  async show(id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    await this.row(id);
    await this.db.query('select hosting_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      `select h.message, h.answer, h.organization_id as "organizationId", k.reference, k.owner_ids as "hostIds", k.county_codes as "countyCodes"
       from offer_hosting h cross join lateral hosting_place(h.id) k where h.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
