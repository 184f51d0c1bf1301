// The list of assessments, and the goals that lack one. Only the filters in use stand in the text.
import { Injectable } from '@nestjs/common';
import type { AssessmentExportQuery, AssessmentListQuery, GoalsNotAssessed } from '@samverkan/followup/contract';
import { Db } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { type AssessmentRow, assessmentRows } from './assessments.query';

type Filters = Omit<AssessmentListQuery, 'page' | 'size'>;

/** Public sort names and their columns; nothing else is ever written after ORDER BY. */
const sortable: Record<Filters['sort'], readonly string[]> = {
  assessed: ['a.assessed_on', 'a.signed_at'],
  goal: ['s.starts_on', 's.id', 'g.sort'],
  level: [`array_position(array['stalled', 'needs_more', 'on_way', 'reached'], a.level)`, 'a.assessed_on'],
  party: ['o.name collate "sv-SE-x-icu"', 'a.assessed_on'],
};

const stands = 'not exists (select from assessment c where c.corrects_id = a.id and c.signed_at is not null)';

function filtered({ q, strategy, level, mine, drafts, sort, order }: Filters, first: readonly string[]) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests = [...first];
  if (q) tests.push(`position(lower(${bind(q)}) in lower(a.reason || ' ' || g.number || '. ' || g.title)) > 0`);
  if (strategy) tests.push(`g.strategy_id = ${bind(strategy)}`);
  if (level?.length) tests.push(`a.level = any (${bind(level)}::text[])`);
  if (mine) tests.push('a.organization_id = ctx_org()');
  if (drafts) tests.push('a.signed_at is null');
  const direction = order === 'desc' ? 'desc' : 'asc';
  const by = [...sortable[sort], 'a.id'].map((column) => `${column} ${direction} nulls last`).join(', ');
  return { where: tests.length > 0 ? `where ${tests.join(' and ')}` : '', by, values };
}

@Injectable()
export class AssessmentListQuerySql {
  constructor(private readonly db: Db) {}

  /** One page, and how many match up to one past the cap. */
  async page({ page, size, ...query }: AssessmentListQuery): Promise<{ rows: AssessmentRow[]; matching: number }> {
    const { where, by, values } = filtered(query, [stands]);
    const rows = await this.db.query<AssessmentRow>(
      `${assessmentRows} ${where} order by ${by} limit $${values.length + 1} offset $${values.length + 2}`,
      [...values, size, (page - 1) * size],
    );
    const counted = await this.db.one<{ n: number }>(
      `select count(*)::int as n from (select from assessment a join goal g on g.id = a.goal_id ${where} limit ${countCap + 1}) m`,
      values,
    );
    return { rows, matching: counted?.n ?? 0 };
  }

  rows({ format: _format, lang: _lang, ...query }: AssessmentExportQuery): Promise<AssessmentRow[]> {
    const { where, by, values } = filtered(query, query.drafts ? [] : ['a.signed_at is not null']);
    return this.db.query<AssessmentRow>(`${assessmentRows} ${where} order by ${by} limit 5000`, values);
  }

  async notAssessed(): Promise<GoalsNotAssessed> {
    const rows = await this.db.query<{ item: GoalsNotAssessed['items'][number]; total: number }>(
      `select json_build_object('id', g.id, 'number', g.number, 'title', g.title, 'titleEn', g.title_en, 'strategyId', s.id, 'strategyShortTitle', s.short_title,
          'lastOn', l.on) as item, count(*) over ()::int as total
       from strategy s join goal g on g.strategy_id = s.id
         left join lateral (select max(a.assessed_on) as on from goals_before(array[g.id]) b join assessment a on a.goal_id = b.before_id and a.signed_at is not null) l on true
       where s.status = 'adopted' and g.kind = 'goal' and (s.ends_on is null or s.ends_on >= today()) and s.kind not in ('national_strategy', 'action_programme', 'policy_goals')
         and coalesce(l.on < today() - 365, true) and may_assess(g.id)
       order by l.on nulls first, s.starts_on desc nulls last, s.id, g.sort limit 50`,
    );
    return { items: rows.map(({ item }) => item), total: rows[0]?.total ?? 0 };
  }
}
