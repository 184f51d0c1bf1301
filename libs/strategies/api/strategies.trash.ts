import type { TrashSource } from '@samverkan/shared/api';

/** Drafts that were thrown away whole. */
export const draftsTrash: TrashSource = {
  kind: 'strategies.draft',
  select: `select s.id, s.title, null::text as place, '/strategier' as path, s.at, s.taken_by from strategies_thrown_away() s`,
  purge: 'select trash_purge_strategy($1) as said',
  restore: '/api/strategies/{id}/restoration',
};

/** Goals taken from a draft that is still there; what stood under one comes back with it. */
export const goalsTrash: TrashSource = {
  kind: 'strategies.goal',
  select: `select g.id, g.title, g.place, '/strategier/' || g.strategy_id || '/skriv' as path, g.at, g.taken_by from goals_thrown_away() g`,
  purge: 'select trash_purge_goal($1) as said',
  restore: '/api/goals/{id}/restoration',
};
