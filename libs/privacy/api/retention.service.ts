import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Retention, RetentionDue } from '@samverkan/privacy/contract';
import {
  Db,
  Jobs,
  Ledger,
  type RetentionRule,
  RetentionRules,
  currentScope,
  jobKind,
  log,
  inTurn,
  moment,
  notFound,
} from '@samverkan/shared/api';
import * as z from 'zod';

interface Due {
  id: string;
  at: string;
  organization: string | null;
  reference: string | null;
}

const batch = 500;
const shown = 500;
const clock = '03:30';
/** Half past three in Sweden on the day of a moment. */
const nightOf = (at: string) =>
  `(((${at}) at time zone 'Europe/Stockholm')::date + time '${clock}') at time zone 'Europe/Stockholm'`;

/** What has served its time goes at night, and everybody who administers can see beforehand exactly what. */
@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly rules: RetentionRules,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.rules.register({
      key: 'requests',
      area: 'privacy',
      keeps: 'P24M',
      due: 'select * from retention_requests_due($1)',
      take: 'select * from retention_requests_take($1, $2)',
    });
    const nightly = jobKind({ name: 'privacy.retention', data: z.object({}) });
    this.jobs.schedule(nightly, '30 3 * * *', (_data, { id }) => this.run(id));
  }

  /** What tonight's run would take, as far as the reader may see, and how the last ones went. */
  async preview(): Promise<Retention> {
    const asOf = await this.next();
    const rules = await inTurn(this.rules.all, async (rule) => {
      const due = await this.due(rule, asOf);
      const { key, area, keeps, words } = rule;
      return { key, area, keeps, words: words ?? null, due: due.length, oldest: due[0]?.at ?? null };
    });
    const runs = await this.db.query<Retention['runs'][number]>(
      `select ${moment('r.as_of')} as "asOf", ${moment('r.started_at')} as "startedAt", ${moment('r.ended_at')} as "endedAt",
         coalesce((select json_agg(json_build_object('rule', c.rule, 'taken', c.taken) order by c.rule) from retention_count c where c.run_id = r.id and c.taken > 0), '[]') as counts
       from retention_run r order by r.started_at desc limit 14`,
    );
    return { asOf, rules, runs };
  }

  async dueBy(key: string): Promise<RetentionDue> {
    const rule = this.rules.of(key);
    if (!rule) throw notFound();
    const asOf = await this.next();
    const due = await this.due(rule, asOf);
    return { key, asOf, total: due.length, items: due.slice(0, shown) };
  }

  /**
   * Takes what is due, rule by rule and some hundred rows to a transaction, with the count in the same: a worker that dies has neither lost
   * nor doubled any, and the same job goes on where it was. `asOf` is the night it stands for.
   */
  async run(jobId: string, asOf?: string): Promise<void> {
    const night = asOf ?? (await this.latest());
    const [run] = await this.db.transaction(() =>
      this.db.query<{ id: string; at: string }>(`select id, ${moment('as_of')} as at from retention_begin($1, $2)`, [
        jobId,
        night,
      ]),
    );
    if (!run) return;
    const ended = new Set(
      (await this.db.query<{ rule: string }>('select rule from retention_ended($1)', [run.id])).map(({ rule }) => rule),
    );
    for (const rule of this.rules.all) if (!ended.has(rule.key)) await this.take(rule, run);
    await this.db.transaction(() => this.db.query('select retention_end($1)', [run.id]));
  }

  private async take(rule: RetentionRule, run: { id: string; at: string }): Promise<void> {
    const due = await this.due(rule, run.at);
    const oldest = due[0]?.at ?? null;
    for (let from = 0; from < due.length; from += batch) {
      const ids = due.slice(from, from + batch).map(({ id }) => id);
      await this.db.transaction(async () => {
        const taken = await this.db.query<{ id: string }>(rule.take, [run.at, ids]);
        await rule.after?.(taken.map(({ id }) => id));
        await this.note(run.id, rule.key, taken.length, oldest, false);
      });
    }
    await this.db.transaction(async () => {
      const total = await this.note(run.id, rule.key, 0, null, true);
      if (total === 0) return;
      await this.ledger.audited('retention.taken', 'privacy', run.id, 'done', `rule.${rule.key} count.${total}`);
      log.info({ rule: rule.key, count: total }, 'retention took what was due');
    });
  }

  private async note(run: string, rule: string, taken: number, oldest: string | null, isEnd: boolean): Promise<number> {
    const row = await this.db.one<{ total: number }>('select retention_note($1, $2, $3, $4, $5) as total', [
      run,
      rule,
      taken,
      oldest,
      isEnd,
    ]);
    return row?.total ?? 0;
  }

  /** Oldest first. For the night everything, for an administrator what she looks after. */
  private async due(rule: RetentionRule, asOf: string): Promise<Due[]> {
    const rows = await this.db.query<Due>(
      `select d.id, ${moment('d.at')} as at, o.name as organization, d.reference
       from (${rule.due}) d left join organization o on o.id = d.organization_id
       where $2::boolean or administers(d.organization_id) order by d.at, d.id`,
      [asOf, currentScope()?.actor === undefined],
    );
    const spared = new Set(rows.length > 0 ? await rule.spares?.(rows.map(({ id }) => id)) : []);
    return rows.filter(({ id }) => !spared.has(id));
  }

  private async next(): Promise<string> {
    return this.moment(`${nightOf(`now() + interval '1 day' - time '${clock}'`)}`);
  }

  /** The night that is, or was last: a clock that is a little early counts. */
  private async latest(): Promise<string> {
    return this.moment(`${nightOf(`now() + interval '5 minutes' - time '${clock}'`)}`);
  }

  private async moment(sql: string): Promise<string> {
    const row = await this.db.one<{ at: string }>(`select ${moment(sql)} as at`);
    return row?.at ?? '';
  }
}
