import type { Wait } from '@samverkan/shared/api';
import { waitingActions } from './action-overview.query';

/** Actions that wait for a line from their owner: the same that the start page lists. */
export const actionsWait: Wait = {
  kind: 'actions.waiting',
  count: `select count(*)::int from (${waitingActions}) w where w.reason is not null`,
  path: '/',
  words: (n) =>
    n === 1
      ? { sv: 'En insats väntar på en rad från er.', en: 'One action awaits a line from you.' }
      : { sv: `${n} insatser väntar på en rad från er.`, en: `${n} actions await a line from you.` },
};
