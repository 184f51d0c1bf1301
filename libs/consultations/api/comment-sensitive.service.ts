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
  text: string;
  draft: string | null;
  reason: string | null;
  number: string | null;
  invitationId: string;
  organizationId: string | null;
  title: string | null;
  counties: string[];
  version: number;
}

/** How what was said in a consultation is hidden, given to whoever said it to be cleaned, and cleaned. */
@Injectable()
export class CommentSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const { title, number, organizationId, counties } = await this.row(id);
    if (organizationId === null) throw notFound();
    await this.db.query('select consultation_comment_text_hide($1)', [id]);
    const reference = [title, number].filter((part) => part !== null).join(', ');
    return { reference, ownerIds: [organizationId], countyCodes: counties };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { text, draft, reason } = await this.row(id);
    const several = { lines: 'several', required: false } as const;
    return [
      { name: 'comment', text, max: 6000, ...several },
      // What was written on in the form after it was sent may hold the same.
      ...(draft !== null ? [{ name: 'commentDraft', text: draft, max: 6000, ...several }] : []),
      ...(reason !== null
        ? [{ name: 'reason', text: reason, max: 2000, lines: 'several' as const, required: true }]
        : []),
    ];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { invitationId, version } = await this.row(id);
    await this.db.query('select consultation_comment_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    if (clean)
      await this.ledger.changed({ area: 'consultations', objectId: invitationId, visibility: 'own' }, version + 1, [
        { field: 'textRemoved', before: null, after: null },
      ]);
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      `select m.text, m.hidden_draft as draft, r.reason, m.goal_number as number, m.invitation_id as "invitationId",
         i.organization_id as "organizationId", c.title, m.version,
         array(select k.county_code from organization_county k where k.organization_id = i.organization_id) as counties
       from consultation_comment m left join consultation_response r on r.comment_id = m.id
         left join consultation_invitation i on i.id = m.invitation_id left join consultation c on c.id = i.consultation_id
       where m.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
