// The rooms of the portal. Each area lists its own pages, and each page is fetched when it is first opened.
import type { Routes } from '@angular/router';
import { actionsRoutes } from '@samverkan/actions/portal';
import { activityRoutes, unsubscribeRoutes } from '@samverkan/activity/portal';
import { assignmentsRoutes } from '@samverkan/assignments/portal';
import { calendarRoutes } from '@samverkan/calendar/portal';
import { searchRoutes } from '@samverkan/search/portal';
import { commentsRoutes } from '@samverkan/comments/portal';
import { consultationsRoutes } from '@samverkan/consultations/portal';
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
import { learningRoutes } from '@samverkan/learning/portal';
import { organizationsRoutes } from '@samverkan/organizations/portal';
import { auditRoutes, erasureRoutes, extractRoutes, myDataRoutes, retentionRoutes } from '@samverkan/privacy/portal';
import { publicationsRoutes } from '@samverkan/publications/portal';
import { commitmentsRoutes, strategiesRoutes } from '@samverkan/strategies/portal';
import { tasksRoutes } from '@samverkan/tasks/portal';
import { vocabulariesRoutes } from '@samverkan/vocabularies/portal';

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
        children: consultationsRoutes,
      },
      { path: 'uppgifter', canActivate: [signedInGuard], children: tasksRoutes },
      { path: 'publikationer', canActivate: [signedInGuard], children: publicationsRoutes },
      { path: 'ordlistor', canActivate: [signedInGuard], children: vocabulariesRoutes },
      { path: 'kommentarer', canActivate: [signedInGuard], children: commentsRoutes },
      { path: 'uppdrag', canActivate: [signedInGuard], children: assignmentsRoutes },
      { path: 'sok', canActivate: [signedInGuard], children: searchRoutes },
      { path: 'utbildningar', canActivate: [signedInGuard], children: learningRoutes },
      { path: 'kalender', canActivate: [signedInGuard], children: calendarRoutes },
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
        children: auditRoutes,
      },
      { path: 'mina-uppgifter', canActivate: [signedInGuard], children: myDataRoutes },
      { path: 'registerutdrag', canActivate: [signedInGuard], children: extractRoutes },
      { path: 'borttagning', canActivate: [signedInGuard], children: erasureRoutes },
      { path: 'gallring', canActivate: [signedInGuard], children: retentionRoutes },
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
