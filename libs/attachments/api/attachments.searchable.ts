import type { Searchable } from '@samverkan/shared/api';

/** Files and links at actions: by what they are called, and files by what stands on their pages. They lead to the action they hang at, at the line if they belong to one. */
export const searchedAttachments: Searchable = {
  group: 'attachments',
  found: `select b.id, b.at from attachment_by_text($1::text, $4::boolean, $2::int) with ordinality b (id, at)`,
  row: `select t.title, a.title as about, '/insatser/' || a.id || coalesce('#rad-' || t.update_id, '#attachments') as path from attachment t join action a on a.id = t.action_id where t.id = f.id`,
};
