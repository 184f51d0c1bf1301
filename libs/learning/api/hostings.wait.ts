import type { Wait } from '@samverkan/shared/api';
import { reminderDays } from '@samverkan/shared/contract';
import { holders } from './offers.policy';

/** For whoever can answer: what one may only read waits for nobody. */
const asked = `from offer_hosting h where h.state = 'open' and h.organization_id = $1 and ctx_role() in ('${holders.join("', '")}')`;
const daysSince = (at: string) => `today() - (${at} at time zone 'Europe/Stockholm')::date`;
const hasWaited = `${daysSince('h.asked_at')} >= ${reminderDays}`;

/** Trainings that the acting organisation was asked to hold within the last week, and has not answered. */
export const hostingsWait: Wait = {
  kind: 'learning.hosting',
  count: `select count(*)::int ${asked} and not ${hasWaited}`,
  path: '/utbildningar/tillsammans',
  words: (n) =>
    n === 1
      ? {
          sv: 'Någon frågar om ni vill hålla en utbildning tillsammans.',
          en: 'Somebody asks whether you want to hold a training together.',
        }
      : {
          sv: `${n} frågor om att hålla utbildningar tillsammans väntar på ert svar.`,
          en: `${n} questions about holding trainings together await your answer.`,
        },
};

/** Those that have waited for a week or more. The day's letter tells of each once a week, counted from when it last did and from a reminder. */
export const unansweredHostingsWait: Wait = {
  kind: 'learning.hosting-unanswered',
  count: `select count(*)::int ${asked} and ${hasWaited}`,
  dueToday: `select count(*)::int ${asked} and ${daysSince('coalesce(h.reminded_at, h.asked_at)')} >= ${reminderDays}
    and (h.told_on is null or h.told_on = today() or h.told_on <= today() - ${reminderDays})`,
  told: `select hostings_told(${reminderDays})`,
  path: '/utbildningar/tillsammans',
  words: (n) =>
    n === 1
      ? {
          sv: 'En fråga om att hålla en utbildning tillsammans har väntat på ert svar i en vecka eller mer.',
          en: 'One question about holding a training together has awaited your answer for a week or more.',
        }
      : {
          sv: `${n} frågor om att hålla utbildningar tillsammans har väntat på ert svar i en vecka eller mer.`,
          en: `${n} questions about holding trainings together have awaited your answer for a week or more.`,
        },
};
