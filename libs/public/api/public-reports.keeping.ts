import type { RetentionRule, Wait } from '@samverkan/shared/api';

/** Shortcomings that readers have told of, and nobody has answered. */
export const reportsWait: Wait = {
  kind: 'public.reports',
  count: `select count(*)::int from public_report r where r.answered_at is null and r.hidden_at is null and ctx_role() in ('county_staff', 'county_admin')`,
  path: '/offentliga-sidor#reports',
  words: (n) =>
    n === 1
      ? {
          sv: 'Någon har berättat om en brist på länets sidor.',
          en: 'Somebody has told of a shortcoming on the county’s pages.',
        }
      : {
          sv: `${n} brister på länets sidor väntar på svar.`,
          en: `${n} shortcomings on the county’s pages wait for an answer.`,
        },
};

/** They go sixty days after the answer, and what nobody answered a year after it came. */
export const reportsKept: RetentionRule = {
  key: 'public-reports',
  area: 'public',
  keeps: 'P60D',
  due: 'select * from retention_public_reports_due($1)',
  take: 'select * from retention_public_reports_take($1, $2)',
};
