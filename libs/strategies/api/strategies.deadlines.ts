import type { DeadlineSource } from '@samverkan/shared/api';

/** The last days of what applies, for whoever owns it, and of what parties have undertaken. When they have come there is nothing to hand in. */
export const strategyDays: DeadlineSource = {
  area: 'strategies',
  select: `select s.id, 'strategies.ends' as kind, s.title, s.ends_on as day, '/strategier/' || s.id as path,
      array_remove(array[s.owner_organization_id], null) as organization_ids, s.ends_on < today() as done
    from strategy s where s.status = 'adopted' and s.ends_on is not null
    union all select c.id, 'commitments.ends', o.name || ': ' || c.text, c.ends_on, '/strategier/' || g.strategy_id || '/mal/' || g.id, array[c.organization_id], c.ends_on < today()
    from commitment c join goal g on g.id = c.goal_id join strategy s on s.id = g.strategy_id join organization o on o.id = c.organization_id
    where c.withdrawn_on is null and c.ends_on is not null and s.status = 'adopted'`,
  kinds: {
    'strategies.ends': { sv: 'Sista dagen för strategi eller plan', en: 'Last day of a strategy or plan' },
    'commitments.ends': { sv: 'Sista dagen för åtagande', en: 'Last day of a commitment' },
  },
};
