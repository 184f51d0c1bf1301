import { Injectable } from '@nestjs/common';
import { Db, type HiddenPlace, type SensitiveField, type SensitiveSource, notFound } from '@samverkan/shared/api';

interface Row {
  subject: string | null;
  text: string | null;
  day: string;
  organizationId: string;
}

/** How what a message said is hidden, given to its senders to be cleaned, and cleaned. Letters that wait are stopped; one that has left cannot be taken back. */
@Injectable()
export class SendingSensitiveService implements SensitiveSource {
  constructor(private readonly db: Db) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const { day, organizationId } = await this.row(id);
    await this.db.query('select contact_sending_hide($1)', [id]);
    // What an organisation sends is its own: the county's administrators do not get to see it by its being hidden.
    return { reference: day, ownerIds: [organizationId], countyCodes: [] };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { subject, text } = await this.row(id);
    return [
      { name: 'subject', text: subject ?? '', max: 120, lines: 'one', required: subject !== null },
      { name: 'messageText', text: text ?? '', max: 8000, lines: 'several', required: text !== null },
    ];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    await this.db.query('select contact_sending_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      `select subject, text, sent_at::date::text as day, organization_id as "organizationId" from contact_sending where id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
