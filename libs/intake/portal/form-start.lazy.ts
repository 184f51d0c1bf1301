/** Fetched with the form of a new action. */
export const actionFormStart = () => import('./form-start').then((slot) => slot.FormStart);

/** Fetched with the first page that shows an action. */
export const actionMore = () => import('./done-again').then((slot) => slot.DoneAgain);
