import type { Wait } from '@samverkan/shared/api';
import { isEffectDue, isOverdue } from './support.sql';

const staff = `ctx_role() in ('county_staff', 'county_admin')`;
const writes = `ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** Three months have gone: did the support make a difference? */
export const effectWait: Wait = {
  kind: 'support.effect',
  count: `select count(*)::int from support_request r where ${writes} and r.organization_id = $1 and ${isEffectDue}`,
  path: '/stod?effect=true&mine=true',
  words: (n) =>
    n === 1
      ? {
          sv: 'Gjorde stödet ni fick någon skillnad? Svara på en fråga.',
          en: 'Did the support you had make a difference? Answer one question.',
        }
      : {
          sv: `Gjorde stödet någon skillnad? Svara på en fråga om vart och ett av ${n} stöd.`,
          en: `Did the support make a difference? Answer one question about each of ${n}.`,
        },
};

/** The county board offers something, and whoever asked has not answered. */
export const proposedWait: Wait = {
  kind: 'support.proposed',
  count: `select count(*)::int from support_request r where ${writes} and r.organization_id = $1 and r.status = 'proposed'`,
  path: '/stod?status=proposed&mine=true',
  words: (n) =>
    n === 1
      ? { sv: 'Ett förslag till stöd väntar på ert svar.', en: 'One offer of support is waiting for your answer.' }
      : { sv: `${n} förslag till stöd väntar på ert svar.`, en: `${n} offers of support are waiting for your answer.` },
};

/** Requests of the county that nobody has taken. */
export const untakenWait: Wait = {
  kind: 'support.untaken',
  count: `select count(*)::int from support_request r where ${staff} and r.status in ('received', 'reopened') and r.county_codes && ctx_counties()`,
  path: '/stod?untaken=true',
  words: (n) =>
    n === 1
      ? {
          sv: 'Ett stödbehov från länet väntar på er.',
          en: 'One request for support from the county is waiting for you.',
        }
      : {
          sv: `${n} stödbehov från länet väntar på er.`,
          en: `${n} requests for support from the county are waiting for you.`,
        },
};

/** The day that was worked towards has passed. */
export const overdueWait: Wait = {
  kind: 'support.overdue',
  count: `select count(*)::int from support_request r where ${staff} and r.handler_organization_id = $1 and ${isOverdue}`,
  path: '/stod?overdue=true',
  words: (n) =>
    n === 1
      ? { sv: 'Ett stöd skulle ha varit klart.', en: 'One support was to have been finished.' }
      : { sv: `${n} stöd skulle ha varit klara.`, en: `${n} supports were to have been finished.` },
};
