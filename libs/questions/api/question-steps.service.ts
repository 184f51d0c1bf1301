import { Injectable } from '@nestjs/common';
import type { Question, QuestionTaking, ReplyInput, VerdictInput } from '@samverkan/questions/contract';
import { Db, badInput, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';
import { ReplyNews } from './reply-news';
import { type Step, stateAfter, verbsOf } from './question-steps';
import { QuestionTraces } from './question-traces';
import { questionsPolicy } from './questions.policy';
import { QuestionsQuery } from './questions.query';
import { QuestionsService } from './questions.service';

const told: Record<Step, string> = {
  take: 'question.taken',
  reject: 'question.rejected',
  end: 'question.ended',
  unanswered: 'question.unanswered',
  undo: 'question.undone',
};

/** The steps of a question, each a deed of its own. */
@Injectable()
export class QuestionSteps {
  constructor(
    private readonly db: Db,
    private readonly questions: QuestionsService,
    private readonly query: QuestionsQuery,
    private readonly traces: QuestionTraces,
    private readonly news: ReplyNews,
  ) {}

  /** The county board takes it, or gives it to another of its functions. */
  async take(id: string, { functionId }: QuestionTaking): Promise<Question> {
    const row = await this.traces.row(id, 'handle');
    if (functionId) {
      const own = await this.db.one(
        'select id from contact_function where id = $1 and organization_id = ctx_org() and retired_on is null',
        [functionId],
      );
      if (!own) throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
    }
    const { status, statusBefore } = stateAfter('take', row);
    await this.traces.write(
      row,
      'status = $3, status_before = $4, status_since = today(), status_by = ctx_org(), handler_organization_id = ctx_org(), handler_function_id = $5',
      [status, statusBefore, functionId],
      told.take,
      [{ field: 'take', before: row.status, after: status }],
      status,
    );
    return this.questions.read(id);
  }

  /** Rejects it, ends it as no longer relevant or as unanswered, with why; or takes the latest such step back. */
  async step(id: string, step: Exclude<Step, 'take'>, reason = ''): Promise<Question> {
    const row = await this.traces.row(id, 'change');
    if ((step === 'reject' || step === 'unanswered') && !questionsPolicy.can('handle', currentActor(), row))
      throw forbidden();
    if (step === 'undo' && row.statusBefore && row.statusBy !== currentActor().organizationId) throw forbidden();
    const { status, statusBefore } = stateAfter(step, row);
    await this.traces.write(
      row,
      `status = $3, status_before = $4, status_since = today(), status_by = ctx_org(), reason = $5${
        step === 'undo' && row.status === 'in_progress'
          ? ', handler_organization_id = null, handler_function_id = null'
          : ''
      }`,
      [status, statusBefore, reason],
      told[step],
      [{ field: step, before: row.status, after: status }],
      status,
    );
    return this.questions.read(id);
  }

  /** The county board answers it itself: everybody who asked is told. */
  async answer(id: string, { text, link, receivedOn }: ReplyInput): Promise<Question> {
    const row = await this.traces.row(id, 'handle');
    if (!verbsOf(row, currentActor()).includes('answer')) throw conflict('question.status-does-not-allow');
    await this.news.give({ bundleId: null, questionId: id }, { text, link, receivedOn });
    return this.questions.read(id);
  }

  /** Whether the latest answer answers it, said by one who asked. */
  async judge(id: string, { answers, because, replyId }: VerdictInput): Promise<Question> {
    const row = await this.traces.row(id, 'join');
    const { organizationId } = currentActor();
    if (row.organizationId !== organizationId && !row.joinedIds.includes(organizationId)) throw forbidden();
    if (!verbsOf(row, currentActor()).includes('judge') || !row.judges)
      throw conflict('question.status-does-not-allow');
    if (replyId && replyId !== row.judges) throw conflict('question.newer-answer');
    const done = await this.db.one<{ status: string }>('select question_judge($1, $2, $3, $4) as status', [
      id,
      row.judges,
      answers,
      because,
    ]);
    const now = await this.query.row(id);
    if (!done || !now) throw notFound();
    const kind = answers ? 'question.accepted' : 'question.reopened';
    await this.traces.tell(now, kind, [
      { field: answers ? 'accept' : 'reopen', before: row.status, after: done.status },
    ]);
    return this.questions.read(id);
  }

  /** Another of the board's or of the asker's functions answers for it, as when somebody leaves. */
  async moveTo(id: string, functionId: string | null): Promise<void> {
    const row = await this.traces.row(id, 'change');
    const column = await this.columnOf(id);
    await this.traces.write(row, `${column} = $3`, [functionId], 'question.changed', [
      {
        field: column === 'function_id' ? 'functionId' : 'handlerFunctionId',
        before: await this.valueOf(id, column),
        after: functionId,
      },
    ]);
  }

  /** Which of its two functions is the acting organisation's: of one that it has asked itself, the one that asks. */
  async columnOf(id: string): Promise<'function_id' | 'handler_function_id'> {
    const found = await this.db.one<{ asks: boolean }>(
      'select organization_id = ctx_org() as asks from question where id = $1',
      [id],
    );
    if (!found) throw notFound();
    return found.asks ? 'function_id' : 'handler_function_id';
  }

  async valueOf(id: string, column: 'function_id' | 'handler_function_id'): Promise<string | null> {
    return (
      (await this.db.one<{ id: string | null }>(`select ${column} as id from question where id = $1`, [id]))?.id ?? null
    );
  }
}
