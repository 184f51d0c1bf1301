import { Injectable } from '@nestjs/common';
import { Db, type OpenWorkSource, conflict } from '@samverkan/shared/api';
import { QuestionSteps } from './question-steps.service';
import { QuestionsService } from './questions.service';

/** Questions that are not ended, by the function that asks and by the one at the county board that handles it: what a holder who leaves has open. */
@Injectable()
export class QuestionOpenWork implements OpenWorkSource {
  readonly area = 'questions';
  readonly select = `
    select q.id, p.id as function_id, q.title, '/fragor/' || q.id as path, q.status as state, q.created_at as at, true as county_reads
    from question q, lateral (select distinct x.id from unnest(array[q.function_id, q.handler_function_id]) x (id)) p
    where p.id = any ($1::uuid[]) and q.status in ('received', 'in_progress', 'sent_national', 'answered', 'reopened')`;

  constructor(
    private readonly db: Db,
    private readonly questions: QuestionsService,
    private readonly steps: QuestionSteps,
  ) {}

  move(id: string, toFunctionId: string): Promise<void> {
    return this.steps.moveTo(id, toFunctionId);
  }

  /** One's own question is no longer relevant, where the county board still has it; else no function answers for it any more, and the organisation does. */
  async close(id: string, reason: string): Promise<void> {
    const { own, status } = await this.questions.read(id);
    if (own === 'asker' && ['received', 'in_progress', 'reopened'].includes(status))
      await this.steps.step(id, 'end', reason);
    else await this.steps.moveTo(id, null);
  }

  async reopen(id: string): Promise<void> {
    const { own, status } = await this.questions.read(id);
    if (own === 'asker' && status === 'no_longer_relevant') {
      await this.steps.step(id, 'undo');
      return;
    }
    const column = await this.steps.columnOf(id);
    const before = await this.db.one<{ function: string | null }>(
      `select before #>> '{}' as function from change_log where area = 'questions' and object_id = $1 and field = $2 order by at desc, id desc limit 1`,
      [id, column === 'function_id' ? 'functionId' : 'handlerFunctionId'],
    );
    if ((await this.steps.valueOf(id, column)) || !before?.function) throw conflict('stale-version');
    await this.steps.moveTo(id, before.function);
  }
}
