import { type OpenWorks, type Wait } from '@samverkan/shared/api';
import { isVacant } from './contact.sql';
import { undecided } from './handover.query';

/** Work left behind by somebody of the acting organisation: counted when it is asked for, since areas register theirs as they start. */
export const handoverWait = (works: OpenWorks): Wait => ({
  kind: 'contacts.handover',
  get count() {
    return undecided(works.query);
  },
  path: '/overlamning',
  words: (n) =>
    n === 1
      ? {
          sv: 'Överlämning: en sak väntar på beslut om vem som tar över.',
          en: 'Handover: one thing awaits a decision on who takes over.',
        }
      : {
          sv: `Överlämning: ${n} saker väntar på beslut om vem som tar över.`,
          en: `Handover: ${n} things await a decision on who takes over.`,
        },
});

/** Pieces that parties of the county ask the county board to take care of. */
export const askedWait: Wait = {
  kind: 'contacts.asked',
  count: `select count(*)::int from handover_item i join handover h on h.id = i.handover_id
    where ctx_role() in ('county_staff', 'county_admin') and i.decision = 'asked' and h.organization_id <> $1 and i.county_codes && ctx_counties()`,
  path: '/overlamning#lanet',
  words: (n) =>
    n === 1
      ? {
          sv: 'En part frågar om länsstyrelsen kan ta hand om en sak.',
          en: 'One party asks whether the county board can take care of something.',
        }
      : {
          sv: `Parter frågar om länsstyrelsen kan ta hand om ${n} saker.`,
          en: `Parties ask whether the county board can take care of ${n} things.`,
        },
};

/** Functions of the county that nobody holds: the county board's to follow up. */
export const vacantWait: Wait = {
  kind: 'contacts.vacant',
  count: `select count(*)::int from contact_function f where ctx_role() in ('county_staff', 'county_admin') and f.retired_on is null
    and f.county_codes && ctx_counties() and ${isVacant}`,
  path: '/kontakter?vacant=true',
  words: (n) =>
    n === 1
      ? { sv: 'En funktion i länet är vakant.', en: 'One function of the county is vacant.' }
      : { sv: `${n} funktioner i länet är vakanta.`, en: `${n} functions of the county are vacant.` },
};
