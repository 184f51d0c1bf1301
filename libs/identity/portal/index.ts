export { accountRoutes, identityRoutes, peopleRoutes, tokenRoutes } from './identity.routes';
export { AFTER_SIGN_UP } from './after-sign-up.token';
export { Proof } from './proof';
export { ProofAsked } from './proof-asked';
export { identityWords } from './identity-words';
export { SessionStore } from './session-store';
export { signInAgain } from './sign-in-again.lazy';
export { signedInGuard } from './signed-in.guard';
