import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';

interface Place {
  motive: string;
  lines: string[];
  organizationId: string;
  countyCodes: string[];
}

/** How a proposal about the lists is hidden with its answers, and cleaned. What it has decided stands. */
@Injectable()
export class ProposalSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const { organizationId, countyCodes } = await this.place(id);
    await this.db.query('select term_proposal_text_hide($1)', [id]);
    return { reference: '', ownerIds: [organizationId], countyCodes };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { motive, lines } = await this.place(id);
    return [
      { name: 'termMotive', text: motive, max: 600, lines: 'several', required: true },
      ...(lines.length > 0
        ? [{ name: 'termLines', text: lines.join('\n'), max: 7000, lines: 'several', required: false } as const]
        : []),
    ];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    await this.place(id);
    await this.db.query('select term_proposal_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    await this.ledger.happened({ area: 'vocabularies', objectId: id, visibility: 'members' }, 'term.put-back');
  }

  private async place(id: string): Promise<Place> {
    const found = await this.db.one<Place>(
      `select p.motive, p.lines, p.organization_id as "organizationId", p.county_codes as "countyCodes" from term_proposal_place($1) p`,
      [id],
    );
    if (!found) throw notFound();
    return found;
  }
}
