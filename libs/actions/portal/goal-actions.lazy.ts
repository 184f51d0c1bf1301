/** Fetched with the first page that shows a goal. */
export const goalActions = () => import('./goal-actions').then((slot) => slot.GoalActions);
