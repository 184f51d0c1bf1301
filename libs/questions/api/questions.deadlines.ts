import type { DeadlineSource } from '@samverkan/shared/api';

/** The days when answers are expected; they bind whom they are expected from, and the board that watches. */
export const answerDays: DeadlineSource = {
  area: 'questions',
  select: `select a.id, 'questions.answer_expected' as kind, b.title, a.expected_on as day, '/fragor/samlade/' || b.id as path, array[b.board_id, a.recipient_id] as organization_ids,
      a.ended_on is not null as done from question_address a join question_bundle b on b.id = a.bundle_id
    where a.expected_on is not null and a.outcome is distinct from 'not_ours' and a.outcome is distinct from 'ended'
      and (b.board_id = ctx_org() or a.recipient_id = ctx_org())`,
  kinds: { 'questions.answer_expected': { sv: 'Svar väntas', en: 'An answer is expected' } },
};
