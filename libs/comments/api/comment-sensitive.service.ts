import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';

interface Place {
  text: string;
  reference: string;
  ownerIds: string[];
  partnerIds: string[];
  countyCodes: string[];
  level: number;
  organizationId: string;
}

/** How a comment is hidden, given to whoever wrote it or does the action to be cleaned, and cleaned. */
@Injectable()
export class CommentSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const { reference, ownerIds, partnerIds, organizationId, countyCodes, level } = await this.place(id);
    await this.db.query('select comment_text_hide($1)', [id]);
    await this.ledger.gone(
      { area: 'comments', objectId: id, kind: 'comment.gone', goalIds: [] },
      { level, owners: ownerIds, partners: partnerIds, counties: countyCodes },
    );
    return { reference, ownerIds: [...new Set([...ownerIds, organizationId])], countyCodes };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { text } = await this.place(id);
    return [{ name: 'actionComment', text, max: 2000, lines: 'several', required: true }];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { level } = await this.place(id);
    await this.db.query('select comment_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    await this.ledger.happened({ area: 'comments', objectId: id, visibility: visibilityAt(level) }, 'comment.put-back');
  }

  private async place(id: string): Promise<Place> {
    const found = await this.db.one<Place>(
      `select p.text, p.reference, p.owner_ids as "ownerIds", p.partner_ids as "partnerIds", p.county_codes as "countyCodes", p.level,
         p.organization_id as "organizationId" from comment_place($1) p`,
      [id],
    );
    if (!found) throw notFound();
    return found;
  }
}
