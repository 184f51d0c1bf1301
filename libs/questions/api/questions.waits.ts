import type { Wait } from '@samverkan/shared/api';
import { toJudge } from './question.sql';

const staff = `ctx_role() in ('county_staff', 'county_admin')`;
const addressed = `question_address a join question_bundle b on b.id = a.bundle_id where a.ended_on is null`;

/** An answer that the acting organisation has not judged. */
export const judgeWait: Wait = {
  kind: 'questions.judge',
  count: `select count(*)::int from question q where ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and $1 = ctx_org()
    and ${toJudge}`,
  path: '/fragor?judge=true',
  words: (n) =>
    n === 1
      ? {
          sv: 'Er fråga har fått svar. Besvarar det frågan?',
          en: 'Your question has an answer. Does it answer the question?',
        }
      : {
          sv: `${n} av era frågor har fått svar. Besvarar de frågorna?`,
          en: `${n} of your questions have answers. Do they answer the questions?`,
        },
};

/** Questions of the county that nobody has taken. */
export const untakenWait: Wait = {
  kind: 'questions.untaken',
  count: `select count(*)::int from question q where ${staff} and q.status in ('received', 'reopened') and q.county_codes && ctx_counties()`,
  path: '/fragor?untaken=true',
  words: (n) =>
    n === 1
      ? { sv: 'En fråga från länet väntar på er.', en: 'One question from the county is waiting for you.' }
      : { sv: `${n} frågor från länet väntar på er.`, en: `${n} questions from the county are waiting for you.` },
};

/** Sent to national level, and the day for an answer has passed. */
export const overdueWait: Wait = {
  kind: 'questions.overdue',
  count: `select count(*)::int from ${addressed} and ${staff} and b.board_id = $1 and a.expected_on < today()`,
  path: '/fragor/samlade?overdue=true',
  words: (n) =>
    n === 1
      ? { sv: 'Ett svar från nationell nivå är försenat.', en: 'One answer from national level is late.' }
      : { sv: `${n} svar från nationell nivå är försenade.`, en: `${n} answers from national level are late.` },
};

/** The day for an answer is near. */
export const dueWait: Wait = {
  kind: 'questions.due',
  count: `select count(*)::int from ${addressed} and ${staff} and b.board_id = $1 and a.expected_on between today() and today() + 14`,
  path: '/fragor/samlade?due=true',
  words: (n) =>
    n === 1
      ? {
          sv: 'Ett svar från nationell nivå väntas inom två veckor.',
          en: 'One answer from national level is expected within two weeks.',
        }
      : {
          sv: `${n} svar från nationell nivå väntas inom två veckor.`,
          en: `${n} answers from national level are expected within two weeks.`,
        },
};

/** Sent to the reader's own organisation, and not answered. */
export const addressedWait: Wait = {
  kind: 'questions.addressed',
  count: `select count(*)::int from ${addressed} and a.recipient_id = $1 and ctx_role() <> 'system_admin'`,
  path: '/fragor/samlade?status=sent',
  words: (n) =>
    n === 1
      ? {
          sv: 'En fråga från ett län väntar på ert svar.',
          en: 'One question from a county is waiting for your answer.',
        }
      : {
          sv: `${n} frågor från länen väntar på ert svar.`,
          en: `${n} questions from the counties are waiting for your answer.`,
        },
};
