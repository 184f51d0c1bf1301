import { Injectable } from '@nestjs/common';
import { PublicReportInput, type PublicReport, type PublicReports } from '@samverkan/public/contract';
import { Db, Ledger, moment, notFound, uncleanFields } from '@samverkan/shared/api';
import type { PageLanguage } from './words';

export const reportFields = ['place', 'problem', 'replyTo'] as const;
export type ReportField = (typeof reportFields)[number];
/** A field that must be put right: it is empty or wrong, or it holds what no text here may hold. */
export type ReportFault = [field: ReportField, fault: 'wrong' | 'sensitive'];

const report = `r.id, r.county_code as "countyCode", r.place, r.problem, r.reply_to as "replyTo", r.language, ${moment('r.received_at')} as "receivedAt",
  ${moment('r.answered_at')} as "answeredAt", r.answered_by as "answeredBy"`;

/** What cannot be used on the public pages: told by anybody, answered by the county board that answers for the page. */
@Injectable()
export class PublicReportsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  /** What must be put right before it can be kept. */
  faultsOf(typed: Record<ReportField, string>): readonly ReportFault[] {
    const read = PublicReportInput.safeParse(typed);
    const faults = new Map<ReportField, ReportFault[1]>(
      read.success ? [] : read.error.issues.map(({ path }) => [path[0] as ReportField, 'wrong']),
    );
    for (const field of uncleanFields(typed)) faults.set(field, 'sensitive');
    return [...faults];
  }

  /** Keeps it. Throws where something must be put right first. */
  async tell(countyCode: string, language: PageLanguage, typed: Record<ReportField, string>): Promise<void> {
    const { place, problem, replyTo } = PublicReportInput.parse(typed);
    await this.db.transaction(async () => {
      const row = await this.db.one<{ id: string }>('select public_report_add($1, $2, $3, $4, $5) as id', [
        countyCode,
        place,
        problem,
        replyTo || null,
        language,
      ]);
      await this.ledger.audited('public-report.told', 'public', row?.id ?? null, 'done', 'by-link');
    });
  }

  /** Of a county, for its editors. */
  async list(countyCode: string): Promise<PublicReports> {
    const items = await this.db.query<PublicReport>(
      `select ${report} from public_report r where r.county_code = $1 and r.hidden_at is null order by r.answered_at desc nulls first, r.received_at limit 200`,
      [countyCode],
    );
    return { items };
  }

  /** It has been answered: the address is not needed any more, and is gone at once. Throws 404 for whoever does not see it. */
  async answer(id: string): Promise<PublicReport> {
    const done = await this.db.query(
      `update public_report r set answered_at = clock_timestamp(), answered_by = function_of_member(ctx_user(), ctx_org()), reply_to = null, version = r.version + 1
        where r.id = $1 and r.answered_at is null returning id`,
      [id],
    );
    const row = await this.db.one<PublicReport>(`select ${report} from public_report r where r.id = $1`, [id]);
    if (!row) throw notFound();
    if (done.length > 0) await this.ledger.audited('public-report.answered', 'public', id);
    return row;
  }
}
