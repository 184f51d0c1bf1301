import type { TrashSource } from '@samverkan/shared/api';

/** The organisation's templates. */
export const templatesTrash: TrashSource = {
  kind: 'intake.template',
  select: `select t.id, t.name as title, null::text as place, '/insatser/mallar' as path, t.removed_at as at, t.removed_by as taken_by
    from action_template t where t.removed_at is not null and t.organization_id = (select ctx_org())
      and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')`,
  restore: '/api/action-templates/{id}/restoration',
};
