import type { Wait } from '@samverkan/shared/api';

/** Drafts that the acting organisation is asked about, and has not answered. */
export const answerWait: Wait = {
  kind: 'consultations.answer',
  count: `select count(*)::int from consultation_invitation i join consultation c on c.id = i.consultation_id
    where i.organization_id = $1 and i.sent_at is null and c.closed_at is null and c.strategy_id in (select strategies_consulted())`,
  path: '/remisser',
  words: (n) =>
    n === 1
      ? { sv: 'En remiss väntar på ert svar.', en: 'One consultation awaits your answer.' }
      : { sv: `${n} remisser väntar på ert svar.`, en: `${n} consultations await your answer.` },
};

/** Comments on the acting organisation's own drafts that nobody has answered. */
export const commentsWait: Wait = {
  kind: 'consultations.comments',
  count: `select count(*)::int from consultation_comment m join consultation_invitation i on i.id = m.invitation_id
      left join consultation_response r on r.comment_id = m.id
    where $1::uuid is not null and i.consultation_id in (select consultations_kept()) and m.text <> '' and (r.comment_id is null or r.comment_version < m.version)`,
  path: '/remisser',
  words: (n) =>
    n === 1
      ? { sv: 'En synpunkt på er remiss väntar på svar.', en: 'One comment on your consultation awaits an answer.' }
      : {
          sv: `${n} synpunkter på er remiss väntar på svar.`,
          en: `${n} comments on your consultation await an answer.`,
        },
};
