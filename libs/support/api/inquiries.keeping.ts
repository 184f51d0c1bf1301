import type { RetentionRule, Wait } from '@samverkan/shared/api';

/** What has come by the form on the county's public page, and nobody has settled. */
export const inquiryWait: Wait = {
  kind: 'support.inquiry',
  count: `select count(*)::int from support_inquiry i where i.settled_at is null and i.hidden_at is null and ctx_role() in ('county_staff', 'county_admin')`,
  path: '/stod/tavla#inquiries',
  words: (n) =>
    n === 1
      ? {
          sv: 'Någon har bett om stöd på länets sida.',
          en: 'Somebody has asked for support on the county’s page.',
        }
      : {
          sv: `${n} har bett om stöd på länets sida.`,
          en: `${n} have asked for support on the county’s page.`,
        },
};

/** Sixty days after it was settled and what it became has ended; seven days where nobody confirmed the address, a year where nobody settled it. */
export const inquiriesKept: RetentionRule = {
  key: 'support-inquiries',
  area: 'support',
  keeps: 'P60D',
  due: 'select * from retention_support_inquiries_due($1)',
  take: 'select * from retention_support_inquiries_take($1, $2)',
};
