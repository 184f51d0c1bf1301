export { accountRoutes, identityRoutes, peopleRoutes } from './identity.routes';
export { SessionStore } from './session-store';
export { signInAgain } from './sign-in-again.lazy';
export { signedInGuard } from './signed-in.guard';
