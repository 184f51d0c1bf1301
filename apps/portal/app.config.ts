import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import { type ApplicationConfig, computed, inject, provideBrowserGlobalErrorListeners } from '@angular/core';
import { RouteReuseStrategy, provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import {
  ACTION_ASIDE,
  ACTION_FORM_START,
  ACTION_LINES,
  ACTION_MORE,
  ACTION_SECTIONS,
  goalActions,
} from '@samverkan/actions/portal';
import { actionAssignments, goalAssignments } from '@samverkan/assignments/portal';
import { actionComments } from '@samverkan/comments/portal';
import { actionAttachments, actionLines } from '@samverkan/attachments/portal';
import { goalSeries } from '@samverkan/coverage/portal';
import { partyFunctions } from '@samverkan/contacts/portal';
import { goalAssessments, latestAssessment } from '@samverkan/followup/portal';
import { AFTER_SIGN_UP, SessionStore } from '@samverkan/identity/portal';
import { PARTY_FUNCTIONS } from '@samverkan/organizations/portal';
import { actionFormStart, actionMore } from '@samverkan/intake/portal';
import { ACTING_COUNTY, provideLanguage, requestInterceptor } from '@samverkan/shared/portal';
import { GOAL_ACTIONS, GOAL_ASIDE, GOAL_ASSESSMENTS, GOAL_BELOW, GOAL_LATEST } from '@samverkan/strategies/portal';
import { actionTasks } from '@samverkan/tasks/portal';
import { OnePageEach } from './one-page-each';
import { portalRoutes } from './portal.routes';

// Its room is seldom the first: it comes with the first action that is opened.
const actionMethods = () => import('@samverkan/methods/portal').then((area) => area.actionMethods());

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // The content security policy forbids a <base>; the portal always lies at the root.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideRouter(
      portalRoutes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: RouteReuseStrategy, useClass: OnePageEach },
    // The interceptor puts the CSRF token on itself, anew for each try: a second try may have a new session.
    provideHttpClient(withNoXsrfProtection(), withInterceptors([requestInterceptor])),
    ...provideLanguage(),
    // Lower areas name what they need from above; here it is given to them.
    { provide: GOAL_ACTIONS, useValue: goalActions },
    { provide: GOAL_ASSESSMENTS, useValue: goalAssessments },
    { provide: GOAL_LATEST, useValue: latestAssessment },
    { provide: GOAL_ASIDE, useValue: goalAssignments },
    { provide: GOAL_BELOW, useValue: goalSeries },
    { provide: ACTION_FORM_START, useValue: actionFormStart },
    { provide: ACTION_MORE, useValue: actionMore },
    { provide: ACTION_ASIDE, useValue: actionAssignments },
    {
      provide: ACTION_SECTIONS,
      useValue: () => Promise.all([actionMethods(), actionTasks(), actionAttachments(), actionComments()]),
    },
    { provide: ACTION_LINES, useValue: actionLines },
    { provide: AFTER_SIGN_UP, useValue: '/valkommen' },
    { provide: PARTY_FUNCTIONS, useValue: partyFunctions },
    { provide: ACTING_COUNTY, useFactory: actingCounty },
  ],
};

function actingCounty() {
  const store = inject(SessionStore);
  return computed(() => store.acting()?.countyCodes[0] ?? null);
}
