import type { Wait } from '@samverkan/shared/api';
import { isRunning, isStale } from './method.sql';

/** Methods of the acting county board that should have been looked over. */
export const methodReviewsWait: Wait = {
  kind: 'methods.review',
  count: `select count(*)::int from method m where m.organization_id = $1 and m.removed_at is null and ctx_role() in ('county_staff', 'county_admin') and ${isStale}`,
  path: '/metoder?mine=true&stale=true',
  words: (n) =>
    n === 1
      ? { sv: 'En metod skulle ha setts över.', en: 'One method should have been reviewed.' }
      : { sv: `${n} metoder skulle ha setts över.`, en: `${n} methods should have been reviewed.` },
};

/** Methods the acting party uses, for which its training runs out within six months or has run out. */
export const trainingRunsOutWait: Wait = {
  kind: 'methods.training',
  count: `select count(*)::int from method m where m.removed_at is null and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and ${isRunning}`,
  path: '/metoder?ours=true&running=true',
  words: (n) =>
    n === 1
      ? {
          sv: 'Utbildningen i en metod ni använder går snart ut eller har gått ut.',
          en: 'The training in a method you use runs out soon or has run out.',
        }
      : {
          sv: `Utbildningen i ${n} metoder ni använder går snart ut eller har gått ut.`,
          en: `The training in ${n} methods you use runs out soon or has run out.`,
        },
};
