/** Fetched with the first action that is opened. */
export const actionComments = () => import('./action-comments').then((section) => section.ActionComments);
