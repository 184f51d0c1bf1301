import type { TrashSource } from '@samverkan/shared/api';

/** Drafts of the county's public texts. */
export const publicTextsTrash: TrashSource = {
  kind: 'public.text',
  select: `select t.id, t.title, null::text as place, '/offentliga-sidor' as path, t.at, t.taken_by from public_texts_thrown_away() t`,
  purge: 'select trash_purge_public_text($1) as said',
  restore: '/api/public-texts/drafts/{id}/restoration',
};
