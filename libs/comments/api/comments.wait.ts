import type { Wait } from '@samverkan/shared/api';

/** Comments that mention functions of the acting organisation and that nobody there has read. */
export const commentsWait: Wait = {
  kind: 'comments.mentions',
  count: `select count(distinct m.comment_id)::int from comment_mention m join contact_function f on f.id = m.function_id
    join action_comment c on c.id = m.comment_id join action a on a.id = c.action_id
    where f.organization_id = $1 and m.seen_at is null and c.removed_at is null and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')`,
  path: '/kommentarer?unread=true',
  words: (n) =>
    n === 1
      ? {
          sv: 'Ni nämns i en kommentar som ingen hos er har läst.',
          en: 'You are mentioned in a comment that nobody with you has read.',
        }
      : {
          sv: `Ni nämns i ${n} kommentarer som ingen hos er har läst.`,
          en: `You are mentioned in ${n} comments that nobody with you has read.`,
        },
};
