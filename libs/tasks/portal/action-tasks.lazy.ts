/** Fetched with the first action that is opened. */
export const actionTasks = () => import('./action-tasks').then((section) => section.ActionTasksSection);
