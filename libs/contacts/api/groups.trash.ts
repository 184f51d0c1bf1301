import type { TrashSource } from '@samverkan/shared/api';

/** The organisation's groups of recipients. */
export const groupsTrash: TrashSource = {
  kind: 'contacts.group',
  select: `select g.id, g.name as title, null::text as place, '/kontakter/grupper' as path, g.removed_at as at, g.removed_by as taken_by
    from contact_group g where g.removed_at is not null and g.organization_id = (select ctx_org())
      and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')`,
  restore: '/api/contacts/groups/{id}/restoration',
};
