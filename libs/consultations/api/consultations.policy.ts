import { type Actor, type Role, policy } from '@samverkan/shared/api';
import { type StrategySubject, keepsStrategy } from '@samverkan/strategies/api';

/** What the rules need to know of a round. */
export interface ConsultationSubject {
  /** The draft, as far as the reader may see it now. */
  strategy: StrategySubject | null;
  /** The reader's organisation was asked. */
  invited: boolean;
  /** It has sent its answer. */
  sent: boolean;
  closed: boolean;
  /** The last day has not passed. */
  inTime: boolean;
  showsAnswers: boolean;
}

/** Roles that answer for their organisation. */
export const answerers: readonly Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin'];
/** Roles that may keep a draft, and ask others about it. */
export const askers = ['coordinator', 'county_staff', 'county_admin'] as const;

const keeps = (actor: Actor, { strategy }: ConsultationSubject) => strategy !== null && keepsStrategy(actor, strategy);
const isAsked = (actor: Actor, { invited }: ConsultationSubject) => invited && answerers.includes(actor.role);

/** A round is for whoever keeps the draft and for those who are asked. Row-level security holds the same line. */
export const consultationsPolicy = policy<ConsultationSubject, 'manage' | 'answer' | 'readAnswers' | 'reopen'>({
  read: (actor, round) => keeps(actor, round) || isAsked(actor, round),
  /** Changes it, reminds, closes it, and says what became of the comments. */
  manage: keeps,
  /** After the last day those who have not answered still may; what was sent stands. */
  answer: (actor, round) =>
    isAsked(actor, round) &&
    !round.closed &&
    round.strategy?.status === 'in_consultation' &&
    (!round.sent || round.inTime),
  readAnswers: (actor, round) => keeps(actor, round) || (isAsked(actor, round) && round.closed && round.showsAnswers),
  reopen: (actor, round) => keeps(actor, round) && round.closed && round.strategy?.status === 'draft',
});
