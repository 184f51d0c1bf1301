import { Injectable } from '@nestjs/common';
import { Db, type HiddenPlace, type SensitiveField, notFound } from '@samverkan/shared/api';

interface Row {
  message: string;
  answer: string | null;
  reference: string;
  ownerIds: string[];
  organizationId: string;
  countyCodes: string[];
}

/** How what was said with an invitation, a proposal or its answer is hidden, given to whoever cleans it, and cleaned. */
@Injectable()
export class CooperationSensitiveService {
  constructor(private readonly db: Db) {}

  async hide(id: string): Promise<HiddenPlace> {
    const { reference, ownerIds, organizationId, countyCodes } = await this.row(id);
    await this.db.query('select cooperation_text_hide($1)', [id]);
    return { reference, ownerIds: [...new Set([...ownerIds, organizationId])], countyCodes };
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
    await this.db.query('select cooperation_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      `select c.message, c.answer, c.organization_id as "organizationId", k.reference, k.owner_ids as "ownerIds", k.county_codes as "countyCodes"
       from action_cooperation c cross join lateral cooperation_place(c.id) k where c.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
