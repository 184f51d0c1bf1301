import type { Wait } from '@samverkan/shared/api';
import { reminderDays } from '@samverkan/shared/contract';

const asked = `from action_cooperation c where c.state = 'open'
    and (c.kind = 'invitation' and c.organization_id = $1 or c.kind = 'proposal' and c.organization_id <> $1)`;
const daysSince = (at: string) => `today() - (${at} at time zone 'Europe/Stockholm')::date`;
const hasWaited = `${daysSince('c.asked_at')} >= ${reminderDays}`;

/** Invitations to the acting organisation, and proposals to join what it owns, of the last week, that nobody has answered. */
export const cooperationsWait: Wait = {
  kind: 'actions.cooperation',
  count: `select count(*)::int ${asked} and not ${hasWaited}`,
  path: '/insatser/samarbete',
  words: (n) =>
    n === 1
      ? {
          sv: 'Någon vill göra en insats tillsammans med er.',
          en: 'Somebody wants to do an action together with you.',
        }
      : {
          sv: `${n} förslag om att göra insatser tillsammans väntar på ert svar.`,
          en: `${n} proposals to do actions together await your answer.`,
        },
};

/** Those that have waited for a week or more. The day's letter tells of each once a week, counted from when it last did and from a reminder: all of an organisation's letters of one day. */
export const unansweredWait: Wait = {
  kind: 'actions.unanswered',
  count: `select count(*)::int ${asked} and ${hasWaited}`,
  dueToday: `select count(*)::int ${asked} and ${daysSince('coalesce(c.reminded_at, c.asked_at)')} >= ${reminderDays}
    and (c.told_on is null or c.told_on = today() or c.told_on <= today() - ${reminderDays})`,
  told: `select cooperations_told(${reminderDays})`,
  path: '/insatser/samarbete',
  words: (n) =>
    n === 1
      ? {
          sv: 'En fråga om samarbete har väntat på ert svar i en vecka eller mer.',
          en: 'One question of cooperation has awaited your answer for a week or more.',
        }
      : {
          sv: `${n} frågor om samarbete har väntat på ert svar i en vecka eller mer.`,
          en: `${n} questions of cooperation have awaited your answer for a week or more.`,
        },
};

/** Questions to the county board to connect two that have not been sent on. */
export const connectionsWait: Wait = {
  kind: 'actions.connection',
  count: `select count(*)::int from action_connection c where $1::uuid is not null and c.forwarded_at is null`,
  path: '/insatser/samarbete',
  words: (n) =>
    n === 1
      ? { sv: 'En part ber er koppla ihop den med någon.', en: 'A party asks you to connect it with somebody.' }
      : {
          sv: `${n} parter ber er koppla ihop dem med någon.`,
          en: `${n} parties ask you to connect them with somebody.`,
        },
};

/** Questions that a county board has sent on to the acting organisation. */
export const nudgesWait: Wait = {
  kind: 'actions.nudge',
  count: `select count(*)::int from action_nudge n where n.organization_id = $1 and n.state = 'open'`,
  path: '/insatser/samarbete',
  words: (n) =>
    n === 1
      ? {
          sv: 'Länsstyrelsen undrar om ni vill göra något tillsammans med en annan part.',
          en: 'The county board wonders whether you want to do something together with another party.',
        }
      : {
          sv: `Länsstyrelsen undrar i ${n} fall om ni vill göra något tillsammans med en annan part.`,
          en: `The county board wonders in ${n} cases whether you want to do something together with another party.`,
        },
};
