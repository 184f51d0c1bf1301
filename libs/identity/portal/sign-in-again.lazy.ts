/** Fetched when a session has ended under somebody's hands, not before. */
export const signInAgain = () => import('./sign-in-again').then((dialog) => dialog.SignInAgain);
