// Requests for support as each reader may see them: one shaped query each, read under row-level security.
import { Injectable } from '@nestjs/common';
import { Db } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import {
  type SupportExportQuery,
  type SupportPage,
  type SupportQuery as Query,
  type SupportSummary,
  openSupport,
  supportStatuses,
} from '@samverkan/support/contract';
import type { SupportContent, SupportRow } from './support-rows';
import { supportAnswers } from './support.searchable';
import { facts, historyOf, isEffectDue, isOverdue, summary, whole } from './support.sql';

/** Public sort names and their columns; nothing else is ever written after ORDER BY. */
const sortable: Record<Query['sort'], string> = {
  changed: 'r.changed_at',
  asked: 'r.asked_on',
  due: 'r.due_on',
  since: 'r.status_since',
  title: 'r.title collate "sv-SE-x-icu"',
  status: `array_position(array[${supportStatuses.map((status) => `'${status}'`).join(', ')}], r.status)`,
};

type Filters = Omit<Query, 'page' | 'size'>;

function filtered(query: Filters): { where: string; order: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests: string[] = [];
  const among = (column: string, wanted: readonly string[] | undefined, of = 'text') => {
    if (wanted?.length) tests.push(`${column} = any (${bind(wanted)}::${of}[])`);
  };
  if (query.q) tests.push(supportAnswers(`${bind(query.q)}::text`));
  among('r.status', query.status);
  if (query.open !== undefined)
    tests.push(`(r.status = any (${bind(openSupport)}::text[])) = ${bind(query.open)}::boolean`);
  among('r.subject', query.subject);
  among('r.form', query.form);
  among('r.urgency', query.urgency);
  if (query.profession?.length) tests.push(`r.professions && ${bind(query.profession)}::text[]`);
  among('r.municipality_code', query.municipality);
  among('r.organization_id', query.asker, 'uuid');
  if (query.mine) tests.push('r.organization_id = ctx_org()');
  if (query.untaken) tests.push(`r.status in ('received', 'reopened')`);
  if (query.overdue) tests.push(isOverdue);
  if (query.effect) tests.push(isEffectDue);
  const direction = query.order === 'desc' ? 'desc' : 'asc';
  return {
    where: tests.length > 0 ? `where ${tests.map((test) => `(${test})`).join(' and ')}` : '',
    order: `${sortable[query.sort]} ${direction} nulls last, r.id desc`,
    values,
  };
}

@Injectable()
export class SupportQuery {
  constructor(private readonly db: Db) {}

  async page({ page, size, ...query }: Query): Promise<SupportPage> {
    const { where, order, values } = filtered(query);
    const [limit, offset] = [`$${values.length + 1}::int`, `$${values.length + 2}::int`];
    const found = await this.db.one<{ page: SupportPage }>(
      `with page as materialized (select r.id, row_number() over (order by ${order}) as place from support_request r ${where} order by ${order} limit ${limit} offset ${offset}),
        matching as (select count(*) as n from (select 1 from support_request r ${where} limit ${countCap + 1}) m)
       select json_build_object('items', coalesce((select json_agg(json_build_object(${summary}) order by page.place) from page join support_request r on r.id = page.id), '[]'::json),
         'page', ${offset} / ${limit} + 1, 'size', ${limit}, 'total', least(n, ${countCap}), 'capped', n > ${countCap}) as page from matching`,
      [...values, size, (page - 1) * size],
    );
    if (!found) throw new Error('A page is never without a row.');
    return found.page;
  }

  /** Every row of the list, some at a time. */
  async *rows({ format: _format, lang: _lang, ...query }: SupportExportQuery): AsyncGenerator<SupportSummary> {
    const { where, order, values } = filtered(query);
    const at = 500;
    for (let offset = 0; ; offset += at) {
      const rows = await this.db.query<{ content: SupportSummary }>(
        `select json_build_object(${summary}) as content from support_request r ${where} order by ${order} limit ${at} offset ${offset}`,
        values,
      );
      for (const { content } of rows) yield content;
      if (rows.length < at) return;
    }
  }

  row(id: string): Promise<SupportRow | undefined> {
    return this.db.one<SupportRow>(`select ${facts} from support_request r where r.id = $1`, [id]);
  }

  one(id: string): Promise<SupportContent | undefined> {
    return this.db.one<SupportContent>(`select ${facts}, ${whole} as content from support_request r where r.id = $1`, [
      id,
    ]);
  }

  /** JSON text: the `items` of `SupportHistory`. */
  async history(id: string): Promise<string> {
    return (await this.db.json(historyOf, [id])) ?? '[]';
  }
}
