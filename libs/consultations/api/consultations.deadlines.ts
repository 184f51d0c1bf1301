import type { DeadlineSource } from '@samverkan/shared/api';

/** Last days to answer: they bind whoever asks and, until it has answered, whoever is asked. */
export const lastDays: DeadlineSource = {
  area: 'consultations',
  select: `select c.id, 'consultations.last-day' as kind, c.title, c.last_day as day, '/remisser/' || c.id as path,
      array(select i.organization_id from consultation_invitation i where i.consultation_id = c.id) || c.organization_id as organization_ids,
      c.closed_at is not null or exists (select from consultation_invitation i where i.consultation_id = c.id and i.organization_id = ctx_org() and i.sent_at is not null) as done
    from consultation c`,
  kinds: {
    'consultations.last-day': { sv: 'Sista dagen att svara på remiss', en: 'Last day to answer a consultation' },
  },
};
