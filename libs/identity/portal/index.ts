export { identityRoutes } from './identity.routes';
export { SessionStore } from './session-store';
export { SignInAgain } from './sign-in-again';
export { signedInGuard } from './signed-in.guard';
