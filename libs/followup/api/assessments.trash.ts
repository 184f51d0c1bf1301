import type { TrashSource } from '@samverkan/shared/api';

/** Drafts of assessments that one's own organisation has thrown away. */
export const assessmentsTrash: TrashSource = {
  kind: 'followup.assessment',
  select: `select a.id, a.title, null::text as place, '/strategier/' || a.strategy_id || '/mal/' || a.goal_id as path, a.at, a.taken_by from assessments_thrown_away() a`,
  purge: 'select trash_purge_assessment($1) as said',
  restore: '/api/assessments/{id}/restoration',
};
