import type { Wait } from '@samverkan/shared/api';

/** What other counties propose and the acting one has not answered. */
export const proposalsWait: Wait = {
  kind: 'vocabularies.proposals',
  count: `select count(*)::int from term_proposal p where p.state = 'open' and p.organization_id <> $1 and ctx_role() = 'county_admin'
    and not exists (select from term_answer a where a.proposal_id = p.id and a.organization_id = $1)`,
  path: '/ordlistor/forslag',
  words: (n) =>
    n === 1
      ? {
          sv: 'Ett förslag om ordlistorna väntar på ert svar.',
          en: 'One proposal about the word lists waits for your answer.',
        }
      : {
          sv: `${n} förslag om ordlistorna väntar på ert svar.`,
          en: `${n} proposals about the word lists wait for your answer.`,
        },
};
