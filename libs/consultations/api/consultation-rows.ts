// The rows the rounds are made of, as the queries shape them.
import type {
  Consultation,
  ConsultationAnswers,
  ConsultationInvited,
  ConsultationSummary,
  ConsultedGoal,
} from '@samverkan/consultations/contract';
import type { ConsultationSubject } from './consultations.policy';

/** A goal before it is known how deep it lies. */
export type GoalRow = Omit<ConsultedGoal, 'depth'> & { parentId: string | null };

export interface ConsultationRow extends ConsultationSubject {
  id: string;
  strategyId: string;
  invitationId: string | null;
  lastDay: string;
  version: number;
}

export type ConsultationContent = Omit<Consultation, 'goals' | 'allowed'> & { goals: GoalRow[] };
export type AnswersContent = Omit<ConsultationAnswers, 'goals' | 'invited' | 'unanswered' | 'allowed'> & {
  goals: GoalRow[];
  invited: (Omit<ConsultationInvited, 'state'> & { begun: boolean })[];
};
export type SummaryRow = ConsultationSummary;
