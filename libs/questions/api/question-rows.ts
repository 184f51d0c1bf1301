// The rows questions are made of, as the queries shape them.
import type { Question, QuestionStatus } from '@samverkan/questions/contract';
import type { QuestionFacts } from './questions.policy';

export interface QuestionRow extends QuestionFacts {
  id: string;
  status: QuestionStatus;
  statusBefore: QuestionStatus | null;
  /** Whose step the present status is. */
  statusBy: string | null;
  captured: boolean;
  /** The latest answer, where the acting organisation has been told of one. */
  judges: string | null;
  version: number;
}

export interface QuestionContent extends QuestionRow {
  content: Omit<Question, 'allowed'>;
}
