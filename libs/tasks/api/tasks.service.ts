import type { ActionTasks, Task, TaskInput, TaskPage, TasksQuery as Wanted } from '@samverkan/tasks/contract';
import { Injectable } from '@nestjs/common';
import { Db, Ledger, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { countCap, guardText, isAboutShelter, visibilityAt } from '@samverkan/shared/contract';
import { taskPolicy, workPolicy } from './tasks.policy';
import { type TaskRow, TasksQuery, type WorkFacts } from './tasks.query';

/** What is to be done in actions. */
@Injectable()
export class TasksService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly query: TasksQuery,
  ) {}

  async of(actionId: string): Promise<ActionTasks> {
    const action = await this.action(actionId, 'read');
    const set = workPolicy.can('set', currentActor(), action);
    const items = await this.query.of(actionId);
    return { items, parties: set ? await this.query.parties(action) : [], allowed: { set } };
  }

  async ours(query: Wanted): Promise<TaskPage> {
    const { items, found } = await this.query.ours(query);
    const { page, size } = query;
    return { items, page, size, total: Math.min(found, countCap), capped: found > countCap };
  }

  async read(id: string): Promise<Task> {
    return this.query.view(await this.row(id, 'read'));
  }

  async set(actionId: string, input: TaskInput): Promise<Task> {
    const action = await this.action(actionId, 'set');
    await this.refuse(action, input);
    const made = await this.db.one<{ id: string }>(
      'insert into action_task (action_id, title, organization_id, function_id, due_on) values ($1, $2, $3, $4, $5) returning id',
      [actionId, input.title, input.organizationId, input.functionId, input.dueOn],
    );
    if (!made) throw notFound();
    await this.told(made.id, action.visibility, 'task.given');
    return this.read(made.id);
  }

  async change(id: string, version: number, input: TaskInput): Promise<Task> {
    const row = await this.row(id, 'set');
    await this.refuse(await this.action(row.content.action.id, 'set'), input, row);
    const done = await this.db.query(
      `update action_task set title = $3, organization_id = $4, function_id = $5, due_on = $6, version = version + 1
       where id = $1 and version = $2 returning id`,
      [id, version, input.title, input.organizationId, input.functionId, input.dueOn],
    );
    if (done.length === 0) throw conflict('stale-version');
    await this.told(id, row.visibility, row.organizationId === input.organizationId ? 'task.changed' : 'task.given');
    return this.read(id);
  }

  async end(id: string, outcome: 'done' | 'dropped' = 'done'): Promise<Task> {
    const row = await this.row(id, 'end');
    if (row.content.outcome) throw conflict('task.is-ended');
    await this.db.query(
      `update action_task set outcome = $2, ended_at = clock_timestamp(), ended_by = ctx_user(), ended_organization_id = ctx_org(), version = version + 1 where id = $1`,
      [id, outcome],
    );
    await this.told(id, row.visibility, outcome === 'done' ? 'task.done' : 'task.dropped');
    return this.read(id);
  }

  async reopen(id: string): Promise<Task> {
    const row = await this.row(id, 'end');
    if (!row.content.outcome) throw conflict('task.is-open');
    await this.db.query(
      'update action_task set outcome = null, ended_at = null, ended_by = null, ended_organization_id = null, version = version + 1 where id = $1',
      [id],
    );
    await this.told(id, row.visibility, 'task.reopened');
    return this.read(id);
  }

  async remove(id: string): Promise<void> {
    const row = await this.row(id, 'set');
    await this.db.query('update action_task set removed_at = clock_timestamp(), version = version + 1 where id = $1', [
      id,
    ]);
    await this.ledger.gone(
      { area: 'tasks', objectId: id, kind: 'task.gone', goalIds: [] },
      { level: row.visibility, owners: row.ownerIds, partners: row.partnerIds, counties: row.countyCodes },
    );
    await this.ledger.audited('task.removed', 'tasks', id);
  }

  async putBack(id: string): Promise<Task> {
    const row = await this.query.one(id);
    if (!row) throw notFound();
    taskPolicy.require('set', currentActor(), row);
    if (row.removed) {
      await this.db.query('update action_task set removed_at = null, version = version + 1 where id = $1', [id]);
      await this.told(id, row.visibility, 'task.put-back');
    }
    return this.read(id);
  }

  /** Another function answers for it, and its organisation with it. */
  async moveTo(id: string, functionId: string): Promise<void> {
    const row = await this.row(id, 'end');
    const organizationId = await this.query.organizationOf(functionId);
    if (!organizationId) throw notFound();
    await this.db.query(
      'update action_task set organization_id = $2, function_id = $3, version = version + 1 where id = $1',
      [id, organizationId, functionId],
    );
    await this.told(id, row.visibility, 'task.moved');
  }

  /** Only those who do the action and see it answer for what is to be done in it; whoever answered already may go on. */
  private async refuse(action: WorkFacts, input: TaskInput, before?: TaskRow): Promise<void> {
    const { organizationId, functionId, title } = input;
    const parties = await this.query.parties(action);
    const party = parties.find(({ organization }) => organization.id === organizationId);
    if (!party && before?.organizationId !== organizationId)
      throw badInput([{ path: 'organizationId', code: 'field.not-a-choice' }]);
    const isKept = before?.organizationId === organizationId && before.functionId === functionId;
    if (functionId && !isKept && !party?.functions.some(({ id }) => id === functionId))
      throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
    if (!isAboutShelter(`${action.title}\n${action.description}`)) return;
    const stopped = guardText(title, { shelter: true }).find(({ grade }) => grade === 'stop');
    if (stopped) throw badInput([{ path: 'title', code: stopped.code }]);
  }

  private async told(id: string, level: number, kind: string): Promise<void> {
    await this.ledger.happened({ area: 'tasks', objectId: id, visibility: visibilityAt(level) }, kind);
    await this.ledger.audited(kind, 'tasks', id);
  }

  private async action(id: string, verb: 'read' | 'set'): Promise<WorkFacts> {
    const action = await this.query.action(id);
    if (!action) throw notFound();
    workPolicy.require(verb, currentActor(), action);
    return action;
  }

  private async row(id: string, verb: 'read' | 'set' | 'end'): Promise<TaskRow> {
    const row = await this.query.one(id);
    if (!row || row.removed) throw notFound();
    taskPolicy.require(verb, currentActor(), row);
    return row;
  }
}
