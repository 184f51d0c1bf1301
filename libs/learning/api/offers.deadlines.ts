import type { DeadlineSource } from '@samverkan/shared/api';

/** The days on which trainings are held, and the last days to register; they bind those who hold them. Drafts and what is cancelled bind nobody. */
export const offerDays: DeadlineSource = {
  area: 'learning',
  select: `select s.id, 'learning.' || o.kind as kind, o.title, s.day, '/utbildningar/' || o.id as path, o.host_ids as organization_ids,
      o.status = 'held' or s.day < today() as done from offer_session s join offer o on o.id = s.offer_id where o.status not in ('draft', 'cancelled')
    union all select s.id, 'learning.register_by', o.title, s.register_by, '/utbildningar/' || o.id, '{}', s.register_by < today()
      from offer_session s join offer o on o.id = s.offer_id where o.status = 'open' and s.register_by is not null`,
  kinds: {
    'learning.web_course': { sv: 'Webbutbildning', en: 'Web course' },
    'learning.web_support': { sv: 'Webbstöd', en: 'Web-based guidance' },
    'learning.conference': { sv: 'Konferens', en: 'Conference' },
    'learning.training_day': { sv: 'Utbildningsdag', en: 'Training day' },
    'learning.campaign': { sv: 'Kampanj', en: 'Campaign' },
    'learning.register_by': { sv: 'Sista dag att anmäla sig', en: 'Last day to register' },
  },
};
