// The rows requests are made of, as the queries shape them.
import type { SupportRequest, SupportStatus } from '@samverkan/support/contract';
import type { SupportFacts } from './support.policy';

export interface SupportRow extends SupportFacts {
  id: string;
  status: SupportStatus;
  statusBefore: SupportStatus | null;
  /** Whose step the present status is. */
  statusBy: string | null;
  functionId: string | null;
  handlerFunctionId: string | null;
  dueOn: string | null;
  /** Whoever asked is to say what it led to, from today on or since before. */
  effectIsDue: boolean;
  version: number;
}

export interface SupportContent extends SupportRow {
  content: Omit<SupportRequest, 'allowed' | 'links'>;
}
