import { Injectable } from '@nestjs/common';
import type { AuditChecks, AuditPage, AuditQuery, AuditRow, AuditVerdict } from '@samverkan/privacy/contract';
import { AuditSeals, Db, Ledger, currentActor, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { AuditLogQueries } from './audit-log.query';
import { csvLine, csvMark } from './csv';

const batch = 1000;
/** An export ends here: more than this is the database owner's to take out. */
const mostRows = 100_000;
const nobody = '00000000-0000-0000-0000-000000000000';
const everything = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The audit as administrators read it. Each reading is a row in it. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly queries: AuditLogQueries,
    private readonly seals: AuditSeals,
    private readonly ledger: Ledger,
    private readonly db: Db,
  ) {}

  async page(query: AuditQuery): Promise<AuditPage> {
    const { items, found } = await this.queries.page(query);
    await this.ledger.noted('audit.read', 'privacy', query.object ?? null);
    return {
      items,
      page: query.page,
      size: query.size,
      total: Math.min(found, countCap),
      capped: found > countCap,
    };
  }

  /** The file in pieces, newest row first. That it was taken out is noted before the first piece. */
  async *export(query: AuditQuery): AsyncGenerator<string> {
    await this.ledger.noted('audit.exported', 'privacy', query.object ?? null);
    yield csvMark + csvLine(head);
    let before: string | null = null;
    for (let taken = 0; taken < mostRows; taken += batch) {
      const rows: AuditRow[] = await this.queries.older(query, before, batch);
      if (rows.length > 0) yield rows.map(lineOf).join('');
      before = rows.at(-1)?.id ?? null;
      if (rows.length < batch) return;
    }
  }

  async checks(): Promise<AuditChecks> {
    return {
      items: await this.db.query<AuditChecks['items'][number]>(
        `select ${moment('at')} as at, rows::int, faults, nightly
         from audit_check order by audit_check.at desc limit 10`,
      ),
    };
  }

  /** Judges the audit now: the chains the reader may see and the seals over all, or for a system administrator everything. */
  async check(): Promise<AuditVerdict> {
    const isWhole = currentActor().role === 'system_admin';
    const [all, chains] = [await this.seals.faults(), await this.queries.chains()];
    const readable = new Map(chains.map((chain) => [chain.id ?? nobody, chain]));
    const faults = all
      .filter(({ chain }) => isWhole || chain === everything || readable.has(chain))
      .map(({ chain, id, fault }) => {
        const { id: organization = null, name = null } = readable.get(chain) ?? {};
        return { organization: organization && name ? { id: organization, name } : null, row: id, fault };
      });
    await this.db.transaction(async () => {
      if (isWhole) await this.db.query('select audit_checked($1, false)', [all.length]);
      const reason = all.length > 0 ? 'audit.does-not-hold' : null;
      await this.ledger.audited('audit.checked', 'privacy', null, 'done', reason);
    });
    const rows = isWhole
      ? ((await this.checks()).items[0]?.rows ?? 0)
      : chains.reduce((sum, chain) => sum + chain.rows, 0);
    return { at: new Date().toISOString(), rows, faults };
  }
}

const head = [
  'Nummer',
  'Tid (UTC)',
  'Namn',
  'Pseudonym',
  'Organisation',
  'Roll',
  'Handling',
  'Område',
  'Objekt',
  'Antal personer',
  'Utfall',
  'Skäl',
];

const lineOf = (row: AuditRow): string =>
  csvLine([
    row.id,
    row.at,
    row.who?.name ?? null,
    row.who?.pseudonym ?? null,
    row.organization?.name ?? null,
    row.role,
    row.verb,
    row.area,
    row.object?.id ?? null,
    row.shown,
    row.outcome,
    row.reason,
  ]);
