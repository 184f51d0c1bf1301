import { Injectable } from '@nestjs/common';
import type { ReportInput } from '@samverkan/assignments/contract';
import { Db } from '@samverkan/shared/api';

/** The days on which an assignment is reported. */
@Injectable()
export class AssignmentReports {
  constructor(private readonly db: Db) {}

  /** Those that are to stand: known ones are changed and keep what was reported on them, new ones come, the others go. */
  async keep(assignmentId: string, reports: readonly ReportInput[]): Promise<void> {
    const values = [assignmentId, JSON.stringify(reports)];
    const given = `jsonb_to_recordset($2::jsonb) as g (id uuid, kind text, "dueOn" date)`;
    await this.db.query(
      `delete from assignment_report r where r.assignment_id = $1 and not exists (select from ${given} where g.id = r.id)`,
      values,
    );
    await this.db.query(
      `update assignment_report r set kind = g.kind, due_on = g."dueOn" from ${given} where g.id = r.id and r.assignment_id = $1`,
      values,
    );
    await this.db.query(
      `insert into assignment_report (assignment_id, kind, due_on) select $1, g.kind, g."dueOn" from ${given} where g.id is null`,
      values,
    );
  }
}
