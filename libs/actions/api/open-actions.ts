import { Injectable } from '@nestjs/common';
import { Db, type GoalBranch, type OpenProgress } from '@samverkan/shared/api';

/** Whoever reads the public pages may be somebody who sees more, as an editor does who looks at them beforehand: only what is open to all is counted. */
const progress = `
  with branches as (select b.id, array(select jsonb_array_elements_text(b."goalIds"))::uuid[] as goals from jsonb_to_recordset($1::jsonb) b (id uuid, "goalIds" jsonb)),
    open as materialized (select a.id, a.status, a.goal_ids from action a
      where a.id in (select action_by_goals(array(select unnest(goals) from branches))) and a.visibility = 4)
  select b.id, count(*) filter (where a.status = 'ongoing')::int as ongoing, count(*) filter (where a.status = 'planned')::int as planned,
    count(*) filter (where a.status = 'paused')::int as paused, count(*) filter (where a.status = 'completed')::int as completed
  from branches b join open a on a.goal_ids && b.goals where a.status in ('ongoing', 'planned', 'paused', 'completed') group by b.id`;

/** What is done towards goals, as far as anybody may know. */
@Injectable()
export class OpenActions {
  constructor(private readonly db: Db) {}

  async of(branches: readonly GoalBranch[]): Promise<Map<string, OpenProgress>> {
    const rows = await this.db.query<OpenProgress & { id: string }>(progress, [JSON.stringify(branches)]);
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }
}
