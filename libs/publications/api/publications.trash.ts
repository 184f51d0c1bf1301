import type { TrashSource } from '@samverkan/shared/api';

const ours = `(select ctx_org()) = any (p.owner_ids) and (select ctx_role()) in ('county_staff', 'county_admin')`;

/** Drafts that were taken away. */
export const publicationsTrash: TrashSource = {
  kind: 'publications.publication',
  select: `select p.id, p.title, null::text as place, '/publikationer' as path, p.removed_at as at, p.removed_by as taken_by
    from publication p where p.removed_at is not null and p.hidden_at is null and ${ours}`,
  restore: '/api/publications/{id}/restoration',
};

/** Files of the board's publications. */
export const publicationFilesTrash: TrashSource = {
  kind: 'publications.file',
  select: `select f.id, f.title, p.title as place, '/publikationer/' || p.id as path, f.removed_at as at, f.removed_by as taken_by
    from publication_file f join publication p on p.id = f.publication_id where f.removed_at is not null and f.hidden_at is null and p.removed_at is null and ${ours}`,
  restore: '/api/publication-files/{id}/restoration',
};
