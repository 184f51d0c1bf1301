// The rooms of the portal. Each area lists its own pages, and each page is fetched when it is first opened.
import type { Routes } from '@angular/router';
import { actionsRoutes } from '@samverkan/actions/portal';
import { activityRoutes, unsubscribeRoutes } from '@samverkan/activity/portal';
import { assignmentsRoutes } from '@samverkan/assignments/portal';
import { searchRoutes } from '@samverkan/search/portal';
import { commentsRoutes } from '@samverkan/comments/portal';
import {
  confirmRoutes,
  contactsRoutes,
  handoverRoutes,
  refusalRoutes,
  welcomeRoutes,
} from '@samverkan/contacts/portal';
import { coverageRoutes } from '@samverkan/coverage/portal';
import { accountRoutes, identityRoutes, peopleRoutes, signedInGuard, tokenRoutes } from '@samverkan/identity/portal';
import { intakeRoutes } from '@samverkan/intake/portal';
import { assessmentsRoutes } from '@samverkan/followup/portal';
import { organizationsRoutes } from '@samverkan/organizations/portal';
import { commitmentsRoutes, strategiesRoutes } from '@samverkan/strategies/portal';
import { tasksRoutes } from '@samverkan/tasks/portal';
import { vocabulariesRoutes } from '@samverkan/vocabularies/portal';

// Rooms whose doors are few or seldom used bring their list of pages when they are first entered: the start page is the lighter for it.
const learning = () => import('@samverkan/learning/portal');
const methods = () => import('@samverkan/methods/portal');
const publicPages = () => import('@samverkan/public/portal');
const questions = () => import('@samverkan/questions/portal');
const support = () => import('@samverkan/support/portal');
const publications = () => import('@samverkan/publications/portal');
const privacy = () => import('@samverkan/privacy/portal');
const calendar = () => import('@samverkan/calendar/portal');
const consultations = () => import('@samverkan/consultations/portal');

export const portalRoutes: Routes = [
  ...identityRoutes,
  {
    path: '',
    loadComponent: () => import('./shell/shell').then((shell) => shell.Shell),
    children: [
      {
        path: '',
        pathMatch: 'full',
        canActivate: [signedInGuard],
        loadComponent: () => import('./start/start.page').then((page) => page.StartPage),
      },
      ...intakeRoutes.map((route) => ({ ...route, path: `insatser/${route.path}`, canActivate: [signedInGuard] })),
      {
        path: 'insatser',
        canActivate: [signedInGuard],
        children: actionsRoutes,
      },
      {
        path: 'strategier/:id/tackning',
        canActivate: [signedInGuard],
        children: coverageRoutes,
      },
      {
        path: 'strategier',
        canActivate: [signedInGuard],
        children: strategiesRoutes,
      },
      {
        path: 'remisser',
        canActivate: [signedInGuard],
        loadChildren: () => consultations().then((area) => area.consultationsRoutes),
      },
      { path: 'uppgifter', canActivate: [signedInGuard], children: tasksRoutes },
      {
        path: 'publikationer',
        canActivate: [signedInGuard],
        loadChildren: () =>
          publications().then(({ PUBLICATION_SECTIONS, publicationsRoutes }) => [
            {
              path: '',
              providers: [
                {
                  provide: PUBLICATION_SECTIONS,
                  useValue: () => learning().then(async (area) => [await area.publicationOffers()]),
                },
              ],
              children: publicationsRoutes,
            },
          ]),
      },
      {
        path: 'offentliga-sidor',
        canActivate: [signedInGuard],
        loadChildren: () => publicPages().then((area) => area.publicRoutes),
      },
      { path: 'ordlistor', canActivate: [signedInGuard], children: vocabulariesRoutes },
      { path: 'kommentarer', canActivate: [signedInGuard], children: commentsRoutes },
      { path: 'uppdrag', canActivate: [signedInGuard], children: assignmentsRoutes },
      { path: 'sok', canActivate: [signedInGuard], children: searchRoutes },
      {
        path: 'utbildningar',
        canActivate: [signedInGuard],
        loadChildren: () =>
          learning().then(({ OFFER_SECTIONS, learningRoutes }) => [
            {
              path: '',
              providers: [
                {
                  provide: OFFER_SECTIONS,
                  useValue: () => methods().then(async (area) => [await area.offerMethods()]),
                },
              ],
              children: learningRoutes,
            },
          ]),
      },
      {
        path: 'metoder',
        canActivate: [signedInGuard],
        loadChildren: () => methods().then((area) => area.methodsRoutes),
      },
      {
        path: 'fragor',
        canActivate: [signedInGuard],
        loadChildren: () => questions().then((area) => area.questionsRoutes),
      },
      {
        path: 'stod',
        canActivate: [signedInGuard],
        loadChildren: () => support().then((area) => area.supportRoutes),
      },
      {
        path: 'kalender',
        canActivate: [signedInGuard],
        loadChildren: () => calendar().then((area) => area.calendarRoutes),
      },
      { path: 'bedomningar', canActivate: [signedInGuard], children: assessmentsRoutes },
      { path: 'ataganden', canActivate: [signedInGuard], children: commitmentsRoutes },
      { path: 'bekrafta', children: confirmRoutes },
      { path: 'nej-tack', children: refusalRoutes },
      {
        path: 'kontakter',
        canActivate: [signedInGuard],
        children: contactsRoutes,
      },
      {
        path: 'parter',
        canActivate: [signedInGuard],
        children: organizationsRoutes,
      },
      {
        path: 'valkommen',
        canActivate: [signedInGuard],
        children: welcomeRoutes,
      },
      {
        path: 'overlamning',
        canActivate: [signedInGuard],
        children: handoverRoutes,
      },
      {
        path: 'konto',
        canActivate: [signedInGuard],
        children: accountRoutes,
      },
      {
        path: 'personer',
        canActivate: [signedInGuard],
        children: peopleRoutes,
      },
      { path: 'systemnycklar', canActivate: [signedInGuard], children: tokenRoutes },
      {
        path: 'granskningslogg',
        canActivate: [signedInGuard],
        loadChildren: () => privacy().then((area) => area.auditRoutes),
      },
      {
        path: 'mina-uppgifter',
        canActivate: [signedInGuard],
        loadChildren: () => privacy().then((area) => area.myDataRoutes),
      },
      {
        path: 'registerutdrag',
        canActivate: [signedInGuard],
        loadChildren: () => privacy().then((area) => area.extractRoutes),
      },
      {
        path: 'borttagning',
        canActivate: [signedInGuard],
        loadChildren: () => privacy().then((area) => area.erasureRoutes),
      },
      {
        path: 'gallring',
        canActivate: [signedInGuard],
        loadChildren: () => privacy().then((area) => area.retentionRoutes),
      },
      {
        path: 'nytt',
        canActivate: [signedInGuard],
        children: activityRoutes,
      },
      {
        path: 'papperskorg',
        canActivate: [signedInGuard],
        loadComponent: () => import('./pages/trash.page').then((page) => page.TrashPage),
      },
      {
        path: 'dolda-texter',
        canActivate: [signedInGuard],
        children: [
          {
            path: '',
            loadComponent: () => import('./pages/sensitive-texts.page').then((page) => page.SensitiveTextsPage),
          },
          {
            path: ':id',
            loadComponent: () => import('./pages/sensitive-text.page').then((page) => page.SensitiveTextPage),
          },
        ],
      },
      { path: 'avsluta-mejl', children: unsubscribeRoutes },
      {
        path: 'tillganglighet',
        loadComponent: () => import('./pages/accessibility.page').then((page) => page.AccessibilityPage),
      },
      { path: 'personuppgifter', loadComponent: () => import('./pages/privacy.page').then((page) => page.PrivacyPage) },
      { path: '**', loadComponent: () => import('./pages/not-found.page').then((page) => page.NotFoundPage) },
    ],
  },
];
