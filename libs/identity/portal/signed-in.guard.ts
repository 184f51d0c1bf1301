import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SessionStore } from './session-store';

/** Sends somebody not signed in to the sign-in page, which comes back here. */
export const signedInGuard: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const session = await inject(SessionStore).current();
  return (
    session !== null ||
    router.createUrlTree(['/logga-in'], { queryParams: state.url === '/' ? {} : { returnTo: state.url } })
  );
};
