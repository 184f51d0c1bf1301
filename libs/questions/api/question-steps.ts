// Which step leads where, and whose it is. A step that the present state does not allow is refused (409).
import type { QuestionStatus, QuestionVerb } from '@samverkan/questions/contract';
import { type Actor, conflict } from '@samverkan/shared/api';
import type { QuestionRow } from './question-rows';
import { questionsPolicy } from './questions.policy';

export type Step = 'take' | 'reject' | 'end' | 'unanswered' | 'undo';

const atBoard: readonly QuestionStatus[] = ['received', 'in_progress', 'reopened'];
const from: Record<Exclude<QuestionVerb, 'undo' | 'leave'>, readonly QuestionStatus[]> = {
  take: ['received', 'reopened'],
  answer: atBoard,
  reject: atBoard,
  bundle: atBoard,
  end: atBoard,
  unanswered: ['in_progress', 'reopened'],
  join: ['received', 'in_progress', 'sent_national', 'answered', 'reopened'],
  judge: ['answered', 'accepted', 'reopened'],
};
const leadsTo: Record<Exclude<Step, 'undo'>, QuestionStatus> = {
  take: 'in_progress',
  reject: 'rejected',
  end: 'no_longer_relevant',
  unanswered: 'unanswered',
};

/** What this actor can do with it as it stands. */
export function verbsOf(row: QuestionRow, actor: Actor): QuestionVerb[] {
  const { ask, handle, join } = questionsPolicy.allowed(actor, row);
  const isParty = row.organizationId === actor.organizationId || row.joinedIds.includes(actor.organizationId);
  const may: Record<QuestionVerb, boolean> = {
    take: handle,
    answer: handle,
    bundle: handle,
    reject: handle,
    unanswered: handle,
    end: ask || handle,
    undo: (ask || handle) && row.statusBefore !== null && row.statusBy === actor.organizationId,
    join: join && !isParty,
    leave: join && row.joinedIds.includes(actor.organizationId),
    judge: join && row.judges !== null,
  };
  return (Object.keys(may) as QuestionVerb[]).filter(
    (verb) => may[verb] && (verb === 'undo' || verb === 'leave' || from[verb].includes(row.status)),
  );
}

export function stateAfter(
  step: Step,
  { status, statusBefore }: QuestionRow,
): { status: QuestionStatus; statusBefore: QuestionStatus | null } {
  if (step === 'undo') {
    if (!statusBefore) throw conflict('question.status-does-not-allow');
    return { status: statusBefore, statusBefore: null };
  }
  if (!from[step].includes(status)) throw conflict('question.status-does-not-allow');
  return { status: leadsTo[step], statusBefore: status };
}
