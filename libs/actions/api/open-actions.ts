import { Injectable } from '@nestjs/common';
import { Db, type GoalBranch, type OpenProgress } from '@samverkan/shared/api';

/** Whoever reads the public pages may be somebody who sees more, as an editor does who looks at them beforehand: only what is open to all is counted. */
const progress = `
  with tied as (select b.id as branch, g::uuid as goal from jsonb_to_recordset($1::jsonb) b (id uuid, "goalIds" jsonb), jsonb_array_elements_text(b."goalIds") g),
    open as materialized (select a.id, a.status, a.goal_ids from action a where a.id in (select action_open_by_goals(array(select goal from tied))) and a.visibility = 4),
    done as (select distinct t.branch, o.id, o.status from open o, unnest(o.goal_ids) g join tied t on t.goal = g)
  select branch as id, count(*) filter (where status = 'ongoing')::int as ongoing, count(*) filter (where status = 'planned')::int as planned,
    count(*) filter (where status = 'paused')::int as paused, count(*) filter (where status = 'completed')::int as completed
  from done where status in ('ongoing', 'planned', 'paused', 'completed') group by branch`;

/** What is done towards goals, as far as anybody may know. */
@Injectable()
export class OpenActions {
  constructor(private readonly db: Db) {}

  async of(branches: readonly GoalBranch[]): Promise<Map<string, OpenProgress>> {
    const rows = await this.db.query<OpenProgress & { id: string }>(progress, [JSON.stringify(branches)]);
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }
}
