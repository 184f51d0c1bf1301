import type { Wait } from '@samverkan/shared/api';
import { dueCount } from './recurrence.query';

/** Actions that come again and whose next time is to be planned now. */
export const recurrenceWait: Wait = {
  kind: 'intake.again',
  count: dueCount,
  path: '/insatser/aterkommande',
  words: (n) =>
    n === 1
      ? {
          sv: 'En insats som ni gör återkommande ska planeras på nytt.',
          en: 'An action that you do regularly is to be planned again.',
        }
      : {
          sv: `${n} insatser som ni gör återkommande ska planeras på nytt.`,
          en: `${n} actions that you do regularly are to be planned again.`,
        },
};
