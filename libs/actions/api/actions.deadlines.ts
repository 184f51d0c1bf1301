import type { DeadlineSource } from '@samverkan/shared/api';

/** When one's own actions are to begin and to end. Those of others stand in the list of actions: a county has thousands. */
export const actionDays: DeadlineSource = {
  area: 'actions',
  select: `select a.id, d.kind, a.title, d.day, '/insatser/' || a.id as path, a.owner_ids as organization_ids, d.done
    from action a, lateral (values ('actions.starts', a.starts_on, a.status <> 'planned'), ('actions.ends', a.ends_on, a.status in ('completed', 'paused'))) d (kind, day, done)
    where a.id in (select action_by_owners(array[ctx_org()])) and a.status in ('planned', 'ongoing', 'paused', 'completed') and d.day is not null
      and (d.kind = 'actions.ends' or a.status = 'planned')`,
  kinds: {
    'actions.starts': { sv: 'Insats börjar', en: 'Action begins' },
    'actions.ends': { sv: 'Insats slutar', en: 'Action ends' },
  },
};
