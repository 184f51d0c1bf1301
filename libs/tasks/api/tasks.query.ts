// Tasks as a reader gets them, under row-level security.
import type { Task, TaskParty, TasksQuery as Wanted } from '@samverkan/tasks/contract';
import type { ActionFacts } from '@samverkan/actions/api';
import { Injectable } from '@nestjs/common';
import { Db, currentActor, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { type TaskFacts, taskPolicy } from './tasks.policy';

export interface WorkFacts extends ActionFacts {
  title: string;
  description: string;
}
export interface TaskRow extends TaskFacts {
  removed: boolean;
  functionId: string | null;
  content: Omit<Task, 'allowed'>;
}

const organization = (column: string) =>
  `(select jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organization o where o.id = ${column})`;
const facts = `a.visibility, a.owner_ids as "ownerIds", a.partner_ids as "partnerIds", a.county_codes as "countyCodes"`;
const isLate = 't.outcome is null and t.due_on < today()';

/** Rows of `action_task t join action a`; the name of whoever ended it is hers and her colleagues'. */
const row = `
  ${facts}, t.organization_id as "organizationId", t.function_id as "functionId", t.removed_at is not null as removed,
  jsonb_build_object('id', t.id, 'action', jsonb_build_object('id', a.id, 'title', a.title), 'title', t.title,
    'organization', ${organization('t.organization_id')},
    'function', (select jsonb_build_object('id', f.id, 'title', f.title) from contact_function f where f.id = t.function_id),
    'dueOn', t.due_on, 'overdue', ${isLate}, 'outcome', t.outcome, 'endedAt', ${moment('t.ended_at')},
    'endedBy', ${organization('t.ended_organization_id')},
    'endedByName', (select p.name from app_user p where p.id = t.ended_by and t.ended_organization_id = ctx_org() and ctx_user() is not null),
    'version', t.version) as content`;
const from = `from action_task t join action a on a.id = t.action_id`;

const viewOf = (found: TaskRow): Task => {
  const { set, end } = taskPolicy.allowed(currentActor(), found);
  return { ...found.content, allowed: { set, end } };
};

@Injectable()
export class TasksQuery {
  constructor(private readonly db: Db) {}

  readonly view = viewOf;

  /** What the rules ask of an action; undefined where the reader does not see it. */
  action(id: string): Promise<WorkFacts | undefined> {
    return this.db.one<WorkFacts>(`select ${facts}, a.title, a.description from action a where a.id = $1`, [id]);
  }

  one(id: string): Promise<TaskRow | undefined> {
    return this.db.one<TaskRow>(`select ${row} ${from} where t.id = $1`, [id]);
  }

  /** What is open by its day, then what has been ended, the latest first. */
  async of(actionId: string): Promise<Task[]> {
    const rows = await this.db.query<TaskRow>(
      `select ${row} ${from} where t.action_id = $1 and t.removed_at is null
       order by t.outcome is not null, t.ended_at desc, t.due_on, t.id limit 300`,
      [actionId],
    );
    return rows.map(viewOf);
  }

  /** Those that the acting organisation answers for, by their day. */
  async ours({ state, late, function: posts, page, size }: Wanted): Promise<{ items: Task[]; found: number }> {
    const where = `t.organization_id = ctx_org() and t.removed_at is null and (t.outcome is null) = $1
      and ($2::boolean is null or (${isLate}) = $2) and ($3::uuid[] is null or t.function_id = any ($3))`;
    const values = [state === 'open', late ?? null, posts && posts.length > 0 ? posts : null];
    const rows = await this.db.query<TaskRow>(
      `select ${row} ${from} where ${where} order by t.ended_at desc nulls first, t.due_on, t.id limit $4 offset $5`,
      [...values, size, (page - 1) * size],
    );
    const counted = await this.db.one<{ found: number }>(
      `select count(*)::int as found from (select 1 ${from} where ${where} limit $4) counted`,
      [...values, countCap + 1],
    );
    return { items: rows.map(viewOf), found: counted?.found ?? 0 };
  }

  /** Those who do the action, with the functions in use that the reader sees; without partners while only the owners see it. */
  async parties({ ownerIds, partnerIds, visibility }: ActionFacts): Promise<TaskParty[]> {
    const ids = visibility === 0 ? ownerIds : [...ownerIds, ...partnerIds];
    const rows = await this.db.query<{ party: TaskParty }>(
      `select jsonb_build_object('organization', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
         'functions', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'title', f.title) order by f.title collate "sv-SE-x-icu", f.id)
           from contact_function f where f.organization_id = o.id and f.retired_on is null), '[]')) as party
       from organization o where o.id = any ($1::uuid[]) order by array_position($1::uuid[], o.id)`,
      [ids],
    );
    return rows.map(({ party }) => party);
  }

  /** The organisation that a function in use belongs to, as far as the reader sees it. */
  async organizationOf(functionId: string): Promise<string | undefined> {
    const found = await this.db.one<{ id: string }>(
      'select f.organization_id as id from contact_function f where f.id = $1 and f.retired_on is null',
      [functionId],
    );
    return found?.id;
  }
}
