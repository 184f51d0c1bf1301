import type { DeadlineSource } from '@samverkan/shared/api';

/** The days the county board works towards, and those when the effect is asked for: they bind the board and whoever asked. */
export const supportDays: DeadlineSource = {
  area: 'support',
  select: `select r.id, 'support.' || d.kind as kind, r.title, d.day, '/stod/' || r.id as path, array_remove(array[r.organization_id, r.handler_organization_id], null) as organization_ids, d.done
    from support_request r cross join lateral (values ('due', r.due_on, r.status not in ('received', 'reopened', 'in_progress', 'proposed', 'agreed')),
      ('effect_due', r.effect_due_on, r.status <> 'closed')) d (kind, day, done)
    where d.day is not null and (r.organization_id = ctx_org() or r.handler_organization_id = ctx_org())`,
  kinds: {
    'support.due': { sv: 'Stödet ska vara klart', en: 'The support is to be finished' },
    'support.effect_due': { sv: 'Frågan om stödets effekt ställs', en: 'The effect of the support is asked for' },
  },
};
