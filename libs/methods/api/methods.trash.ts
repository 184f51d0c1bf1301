import type { TrashSource } from '@samverkan/shared/api';

/** Drafts that were taken away. */
export const methodsTrash: TrashSource = {
  kind: 'methods.method',
  select: `select m.id, m.name as title, null::text as place, '/metoder' as path, m.removed_at as at, m.removed_by as taken_by
    from method m where m.removed_at is not null and m.hidden_at is null and m.organization_id = (select ctx_org()) and (select ctx_role()) in ('county_staff', 'county_admin')`,
  restore: '/api/methods/{id}/restoration',
};
