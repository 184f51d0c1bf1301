import { Injectable } from '@nestjs/common';
import { Db, currentActor, moment } from '@samverkan/shared/api';
import type { StrategyHistory, StrategyHistoryQuery } from '@samverkan/strategies/contract';
import { type HistoryRow, historyEntry, idsIn } from './history.view';
import { strategiesPolicy } from './strategies.policy';
import { StrategyTraces } from './strategy-traces';

const most = 100;

// A draft's time is its writers' own, and what parties undertake is no business of whoever runs the system: row-level security and this line say so.
const history = `
  select c.id, ${moment('c.at')} as at, c.field, c.before, c.after, p.name as by,
    case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) end as organization
  from change_log c left join organization o on o.id = c.organization_id
    left join app_user p on p.id = c.user_id and c.organization_id = ctx_org() and ctx_user() is not null
  where c.area = 'strategies' and (c.object_id = $1 or $3::uuid is not null and c.field = 'goalWent' and c.object_id in (select y.new_id from strategy_succession y where y.old_id = $1))
    and case when $3::uuid is null then c.field <> 'goalWent' else c.field in ('status', 'replaced', 'repeal') or c.after->>'goalId' = $3::text or c.after->'goalIds' ? $3::text end
    and (c.field not like 'commitment%' or ctx_role() <> 'system_admin')
    and ($2::uuid is null or (c.at, c.id) < (select b.at, b.id from change_log b where b.id = $2))
  order by c.at desc, c.id desc limit ${most + 1}`;

/** Names of what rows name by id, as far as the reader may see each. */
const namesOf = `
  select o.id, o.name from organization o where o.id = any ($1::uuid[]) union all select s.id, s.short_title from strategy s where s.id = any ($1::uuid[])
  union all select f.id, f.title from contact_function f where f.id = any ($1::uuid[])
  union all select g.id, g.number || '. ' || g.title from goal g where g.id = any ($1::uuid[])`;

/** What has happened to a strategy, as draft and since. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly db: Db,
    private readonly traces: StrategyTraces,
  ) {}

  async of(id: string, { before, goal }: StrategyHistoryQuery): Promise<StrategyHistory> {
    strategiesPolicy.require('read', currentActor(), await this.traces.row(id));
    const rows = await this.db.query<HistoryRow>(history, [id, before ?? null, goal ?? null]);
    const shown = rows.slice(0, most);
    const ids = [...new Set(shown.flatMap(idsIn))];
    const named = ids.length > 0 ? await this.db.query<{ id: string; name: string }>(namesOf, [ids]) : [];
    const names = new Map(named.map(({ id: of, name }) => [of, name]));
    return { items: shown.map((row) => historyEntry(row, names)), more: rows.length > most };
  }
}
