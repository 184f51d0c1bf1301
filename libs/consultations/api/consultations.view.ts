// Rows to contract. Who may see a round was decided before it came here.
import type { Consultation, ConsultationAnswers, ConsultedGoal } from '@samverkan/consultations/contract';
import type { Actor } from '@samverkan/shared/api';
import type { AnswersContent, ConsultationContent, ConsultationRow, GoalRow } from './consultation-rows';
import { consultationsPolicy } from './consultations.policy';

export function consultationOf(actor: Actor, row: ConsultationRow, content: ConsultationContent): Consultation {
  const { answer, manage, readAnswers } = consultationsPolicy.allowed(actor, row);
  return { ...content, goals: goalsOf(content.goals), allowed: { answer, manage, readAnswers } };
}

export function answersOf(actor: Actor, row: ConsultationRow, content: AnswersContent): ConsultationAnswers {
  const { manage, reopen } = consultationsPolicy.allowed(actor, row);
  const invited = content.invited.map(({ begun, ...one }) => ({
    ...one,
    state: one.sentAt ? ('sent' as const) : begun ? ('begun' as const) : ('waiting' as const),
  }));
  const unanswered = invited
    .flatMap(({ comments }) => comments)
    .filter(({ text, response }) => text !== '' && (!response || response.outdated)).length;
  return {
    ...content,
    goals: goalsOf(content.goals),
    invited,
    unanswered,
    allowed: { manage: manage && !row.closed, respond: manage, reopen },
  };
}

const goalsOf = (rows: readonly GoalRow[]): ConsultedGoal[] => {
  const depths = new Map<string, number>();
  return rows.map(({ parentId, ...goal }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? -1) + 1;
    depths.set(goal.id, depth);
    return { ...goal, depth };
  });
};
