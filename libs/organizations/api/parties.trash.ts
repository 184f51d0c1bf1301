import type { TrashSource } from '@samverkan/shared/api';

/** Parties registered by mistake and withdrawn, by one's own organisation. */
export const partiesTrash: TrashSource = {
  kind: 'organizations.party',
  select: `select w.id, w.name as title, null::text as place, '/parter' as path, w.removed_at as at, w.removed_by as taken_by from organization_withdrawn w`,
  purge: 'select trash_purge_party($1) as said',
  restore: '/api/organizations/{id}/restoration',
};
