import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import type { QuestionRow } from './question-rows';
import { questionsPolicy } from './questions.policy';
import { QuestionsQuery } from './questions.query';

type Field = { field: string; before: unknown; after: unknown };

/** How a question is taken up for a change, and what every change of it leaves behind. */
@Injectable()
export class QuestionTraces {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly questions: QuestionsQuery,
  ) {}

  /** The row when this may be done with it, held until the change is done. */
  async row(id: string, verb: 'read' | 'ask' | 'handle' | 'change' | 'join'): Promise<QuestionRow> {
    const seen = await this.questions.row(id);
    if (!seen) throw notFound();
    questionsPolicy.require(verb, currentActor(), seen);
    if (verb !== 'read' && verb !== 'join') await this.db.query('select from question where id = $1 for update', [id]);
    const row = await this.questions.row(id);
    if (!row) throw notFound();
    // It may have been given away, or narrowed, while this waited.
    questionsPolicy.require(verb, currentActor(), row);
    return row;
  }

  /** Writes columns (values from $3 on), then tells of it; who no longer sees it is told that it is gone. */
  async write(
    row: QuestionRow,
    set: string,
    values: readonly unknown[],
    kind: string,
    fields: readonly Field[],
    value: string | null = null,
  ): Promise<void> {
    const done = await this.db.query(
      `update question set ${set}, version = version + 1, changed_at = clock_timestamp() where id = $1 and version = $2 returning id`,
      [row.id, row.version, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
    const now = await this.questions.row(row.id);
    if (!now) throw notFound();
    if (now.visibility < row.visibility) await this.gone(row);
    await this.tell(now, kind, fields, value);
  }

  /** Those who could see it and can no longer are told that it is gone. */
  gone({ id, visibility, organizationId, joinedIds, countyCodes }: QuestionRow): Promise<void> {
    return this.ledger.gone(
      { area: 'questions', objectId: id, kind: 'question.gone', goalIds: [] },
      { level: visibility, owners: [organizationId], partners: joinedIds, counties: countyCodes },
    );
  }

  async tell(
    { id, version, visibility }: Pick<QuestionRow, 'id' | 'version' | 'visibility'>,
    kind: string,
    fields: readonly Field[],
    value: string | null = null,
  ): Promise<void> {
    const trace = { area: 'questions', objectId: id, visibility: visibilityAt(visibility) };
    await this.ledger.changed(trace, version, fields);
    await this.ledger.happened(trace, kind, value);
    await this.ledger.audited(kind, 'questions', id);
  }
}
