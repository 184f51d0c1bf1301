/** Fetched with the first page that shows a goal or an action. */
export const goalAssignments = () => import('./answered-assignments').then((slot) => slot.AnsweredAssignments);
export const actionAssignments = goalAssignments;
