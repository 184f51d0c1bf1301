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

interface Row {
  title: string;
  text: string;
  dnr: string | null;
  legalBasis: string;
  reportedTo: string;
  visibility: number;
  organizationId: string;
  boardIds: string[];
  countyCodes: string[];
  changedOn: string;
  version: number;
}

/** How the texts of assignments are hidden, given to whoever cleans them, and cleaned. */
@Injectable()
export class AssignmentSensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async hide(_kind: string, id: string): Promise<HiddenPlace> {
    const row = await this.row(id);
    await this.db.query('select assignment_text_hide($1)', [id]);
    await this.ledger.gone(
      { area: 'assignments', objectId: id, kind: 'assignment.gone', goalIds: [] },
      { level: row.visibility, owners: [row.organizationId], partners: row.boardIds, counties: row.countyCodes },
    );
    return { reference: row.changedOn, ownerIds: [row.organizationId], countyCodes: row.countyCodes };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const row = await this.row(id);
    return [
      { name: 'title', text: row.title, max: 200, lines: 'one', required: true },
      { name: 'assignmentText', text: row.text, max: 12_000, lines: 'several', required: false },
      { name: 'dnr', text: row.dnr ?? '', max: 60, lines: 'one', required: false },
      { name: 'legalBasis', text: row.legalBasis, max: 1000, lines: 'several', required: false },
      { name: 'reportedTo', text: row.reportedTo, max: 200, lines: 'one', required: false },
    ];
  }

  async show(_kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const before = await this.row(id);
    await this.db.query('select assignment_text_show($1, $2)', [id, JSON.stringify(clean ?? {})]);
    const trace = { area: 'assignments', objectId: id, visibility: visibilityAt(before.visibility) };
    if (clean)
      await this.ledger.changed(trace, before.version + 1, [{ field: 'textRemoved', before: null, after: null }]);
    await this.ledger.happened(trace, 'assignment.changed');
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(
      `select title, text, dnr, legal_basis as "legalBasis", reported_to as "reportedTo", visibility, organization_id as "organizationId",
         board_ids as "boardIds", county_codes as "countyCodes", changed_at::date::text as "changedOn", version from assignment where id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
