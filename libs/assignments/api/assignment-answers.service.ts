import { Injectable } from '@nestjs/common';
import type { Assignment } from '@samverkan/assignments/contract';
import { Db, badInput, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import type { AssignmentRow } from './assignment-rows';
import { AssignmentTraces } from './assignment-traces';
import { AssignmentsService } from './assignments.service';

/** What answers to an assignment: the goals and actions tied to it, and that a board has reported. */
@Injectable()
export class AssignmentAnswersService {
  constructor(
    private readonly db: Db,
    private readonly assignments: AssignmentsService,
    private readonly traces: AssignmentTraces,
  ) {}

  tieGoal(id: string, goalId: string): Promise<Assignment> {
    return this.tie(id, 'goal', goalId);
  }

  untieGoal(id: string, goalId: string): Promise<Assignment> {
    return this.untie(id, 'goal', goalId);
  }

  tieAction(id: string, actionId: string): Promise<Assignment> {
    return this.tie(id, 'action', actionId);
  }

  untieAction(id: string, actionId: string): Promise<Assignment> {
    return this.untie(id, 'action', actionId);
  }

  /** The acting board has reported on that day; said again it is another day. */
  async report(id: string, reportId: string, reportedOn: string): Promise<Assignment> {
    const row = await this.reportRow(id, reportId);
    const day = await this.db.one<{ ahead: boolean }>('select $1::date > today() as ahead', [reportedOn]);
    if (day?.ahead) throw badInput([{ path: 'reportedOn', code: 'field.in-the-future' }]);
    await this.db.query(
      `insert into assignment_reported as d (report_id, reported_on) values ($1, $2)
       on conflict (report_id, organization_id) do update set reported_on = $2`,
      [reportId, reportedOn],
    );
    await this.traces.tell(row, 'assignment.reported', [{ field: 'reported', before: null, after: reportedOn }]);
    return this.assignments.read(id);
  }

  async takeBack(id: string, reportId: string): Promise<Assignment> {
    const row = await this.reportRow(id, reportId);
    const gone = await this.db.query<{ day: string }>(
      'delete from assignment_reported where report_id = $1 and organization_id = ctx_org() returning reported_on::text as day',
      [reportId],
    );
    if (gone[0])
      await this.traces.tell(row, 'assignment.changed', [{ field: 'reported', before: gone[0].day, after: null }]);
    return this.assignments.read(id);
  }

  private async reportRow(id: string, reportId: string) {
    const row = await this.traces.row(id, 'answer');
    if (!row.boardIds.includes(currentActor().organizationId)) throw forbidden();
    const found = await this.db.one('select id from assignment_report where id = $1 and assignment_id = $2', [
      reportId,
      id,
    ]);
    if (!found) throw notFound();
    return row;
  }

  private async tie(id: string, what: 'goal' | 'action', target: string): Promise<Assignment> {
    const row = await this.traces.row(id, 'answer');
    const told = await this.levelOf(what, target);
    if (told === null) throw notFound();
    const tied = await this.db.query(
      `insert into assignment_${what} (assignment_id, ${what}_id) values ($1, $2) on conflict do nothing returning ${what}_id`,
      [id, target],
    );
    if (tied.length > 0)
      await this.traces.tell(toldAt(row, told), 'assignment.tied', [
        { field: `${what}Tied`, before: false, after: true },
      ]);
    return this.assignments.read(id);
  }

  private async untie(id: string, what: 'goal' | 'action', target: string): Promise<Assignment> {
    const row = await this.traces.row(id, 'answer');
    const tie = await this.db.one<{ by: string }>(
      `select organization_id as by from assignment_${what} where assignment_id = $1 and ${what}_id = $2`,
      [id, target],
    );
    const told = await this.levelOf(what, target);
    if (!tie || told === null) throw notFound();
    if (![tie.by, row.organizationId].includes(currentActor().organizationId)) throw forbidden();
    const gone = await this.db.query(
      `delete from assignment_${what} where assignment_id = $1 and ${what}_id = $2 returning ${what}_id`,
      [id, target],
    );
    if (gone.length === 0) throw notFound();
    await this.traces.tell(toldAt(row, told), 'assignment.changed', [
      { field: `${what}Tied`, before: true, after: false },
    ]);
    return this.assignments.read(id);
  }

  /** How widely the goal or the action is known; null where it is not there for this reader. */
  private async levelOf(what: 'goal' | 'action', id: string): Promise<number | null> {
    const found = await this.db.one<{ level: number }>(
      what === 'action'
        ? 'select visibility as level from action where id = $1'
        : `select case when s.status in ('adopted', 'superseded', 'repealed', 'proposed') then 4 else 0 end as level from goal g join strategy s on s.id = g.strategy_id where g.id = $1`,
      [id],
    );
    return found?.level ?? null;
  }
}

/** That something is tied is told to those alone who are sure to see it: what is not open to all parties is told inside. */
const toldAt = (row: AssignmentRow, level: number): AssignmentRow => (level >= 3 ? row : { ...row, visibility: 0 });
