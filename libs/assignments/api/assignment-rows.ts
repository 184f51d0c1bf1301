// The rows assignments are made of, as the queries shape them.
import type { Assignment, AssignmentStatus } from '@samverkan/assignments/contract';
import type { AssignmentFacts } from './assignments.policy';

export interface AssignmentRow extends AssignmentFacts {
  id: string;
  status: AssignmentStatus;
  statusBefore: AssignmentStatus | null;
  version: number;
}

export interface AssignmentContent extends AssignmentRow {
  content: Omit<Assignment, 'allowed'>;
}
