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
  reason: string;
  titles: string;
  organizationId: string;
  goalId: string;
  day: string;
  counties: string[];
  signed: boolean;
  version: number;
}

/** How the texts of assessments are hidden, given to whoever cleans them, and cleaned. */
@Injectable()
export class AssessmentSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const row = await this.row(id);
    await this.db.query('select assessment_text_hide($1)', [id]);
    return { reference: row.day, ownerIds: [row.organizationId], countyCodes: row.counties };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const row = await this.row(id);
    return [
      { name: 'reason', text: row.reason, max: 4000, lines: 'several', required: true },
      { name: 'evidenceTitles', text: row.titles, max: 4000, lines: 'several', required: false },
    ];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const before = await this.row(id);
    await this.db.query('select assessment_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    const trace = { area: 'followup', objectId: id, visibility: before.signed ? 'members' : 'own' } as const;
    if (clean)
      await this.ledger.changed(trace, before.version + 1, [{ field: 'textRemoved', before: null, after: null }]);
    await this.ledger.happened(trace, 'assessment.changed', null, [before.goalId]);
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      `select a.reason, coalesce((select string_agg(e->>'title', chr(10) order by n) from jsonb_array_elements(a.evidence) with ordinality p (e, n) where e ? 'url'), '') as titles,
         a.organization_id as "organizationId", a.goal_id as "goalId", a.assessed_on::text as day, a.signed_at is not null as signed, a.version,
         array(select c.county_code from organization_county c where c.organization_id = a.organization_id) as counties
       from assessment a where a.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
