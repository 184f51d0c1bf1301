// Assessments as each reader may see them, read under row-level security.
import { Injectable } from '@nestjs/common';
import type { Assessment, LatestAssessments } from '@samverkan/followup/contract';
import { Db, moment } from '@samverkan/shared/api';
import type { AssessmentFacts } from './assessments.policy';

export interface AssessmentRow extends AssessmentFacts {
  content: Omit<Assessment, 'allowed'>;
}

export const party = (o: string) => `json_build_object('id', ${o}.id, 'name', ${o}.name, 'kind', ${o}.kind)`;
const correction = `(select c.id from assessment c where c.corrects_id = a.id and c.signed_at is not null)`;

/** Actions that this reader does not see are not there. */
const evidence = `(select coalesce(json_agg(json_build_object('title', coalesce(t.title, e->>'title'), 'url', e->>'url',
    'action', case when t.id is not null then json_build_object('id', t.id, 'status', t.status) end) order by p.n), '[]')
  from jsonb_array_elements(a.evidence) with ordinality p (e, n) left join action t on t.id = (e->>'actionId')::uuid
  where t.id is not null or e ? 'url')`;

export const assessmentRows = `
  select a.organization_id as "organizationId", a.signed_at is not null as signed, ${correction} is not null as corrected,
    json_build_object('id', a.id, 'goal', json_build_object('id', g.id, 'number', g.number, 'title', g.title, 'titleEn', g.title_en, 'strategyId', s.id,
        'strategyShortTitle', s.short_title), 'organization', ${party('o')}, 'functionId', a.function_id,
      'functionTitle', coalesce(a.function_title, case when a.signed_at is null then (select f.title from contact_function f where f.id = a.function_id) end),
      'level', a.level, 'reason', a.reason, 'assessedOn', a.assessed_on, 'signedAt', ${moment('a.signed_at')}, 'evidence', ${evidence},
      'correctsId', a.corrects_id, 'correctedById', ${correction}, 'version', a.version) as content
  from assessment a join goal g on g.id = a.goal_id join strategy s on s.id = g.strategy_id join organization o on o.id = a.organization_id`;

@Injectable()
export class AssessmentsQuery {
  constructor(private readonly db: Db) {}

  /** Of the goal and of those it comes from: drafts first, then the newest. */
  ofGoal(goalId: string): Promise<AssessmentRow[]> {
    return this.db.query<AssessmentRow>(
      `${assessmentRows} where a.goal_id in (select b.before_id from goals_before(array[$1::uuid]) b) and (a.signed_at is not null or a.goal_id = $1)
       order by a.signed_at is not null, a.assessed_on desc, a.signed_at desc, a.id desc limit 200`,
      [goalId],
    );
  }

  one(id: string): Promise<AssessmentRow | undefined> {
    return this.db.one<AssessmentRow>(`${assessmentRows} where a.id = $1`, [id]);
  }

  async latest(strategyId: string): Promise<LatestAssessments['items']> {
    const rows = await this.db.query<{ item: LatestAssessments['items'][number] }>(
      `select distinct on (b.goal_id) json_build_object('id', a.id, 'goalId', b.goal_id, 'level', a.level, 'assessedOn', a.assessed_on, 'organization', ${party('o')},
          'from', case when b.goal_id <> b.before_id then s.short_title end) as item
       from goals_before(array(select g.id from goal g where g.strategy_id = $1)) b join assessment a on a.goal_id = b.before_id and a.signed_at is not null
         join goal g on g.id = a.goal_id join strategy s on s.id = g.strategy_id join organization o on o.id = a.organization_id
       where not exists (select from assessment c where c.corrects_id = a.id and c.signed_at is not null)
       order by b.goal_id, a.assessed_on desc, a.signed_at desc`,
      [strategyId],
    );
    return rows.map(({ item }) => item);
  }

  async mayAssess(goalId: string): Promise<boolean> {
    return (await this.db.one<{ may: boolean }>('select may_assess($1) as may', [goalId]))?.may === true;
  }
}
