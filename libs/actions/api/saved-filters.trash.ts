import type { TrashSource } from '@samverkan/shared/api';

/** Saved filters: one's own, and those that the organisation shares. */
export const filtersTrash: TrashSource = {
  kind: 'actions.filter',
  select: `select f.id, f.name as title, null::text as place, '/insatser' as path, f.removed_at as at, f.removed_by as taken_by
    from action_filter f
    where f.removed_at is not null and f.organization_id = (select ctx_org()) and (f.user_id is null or f.user_id = (select ctx_user()))
      and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')`,
  purge: 'select trash_purge_filter($1) as said',
  restore: '/api/actions/filters/{id}/restoration',
};
