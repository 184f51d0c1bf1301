/** Fetched with the first action that is opened. */
export const actionAttachments = () => import('./action-attachments').then((section) => section.ActionAttachments);
