// The rooms of the portal. Each area lists its own pages.
import type { Routes } from '@angular/router';
import { signedInGuard } from '@samverkan/identity/portal';

export const portalRoutes: Routes = [
  { path: 'logga-in', loadChildren: () => import('@samverkan/identity/portal').then((area) => area.identityRoutes) },
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
      {
        path: 'insatser',
        canActivate: [signedInGuard],
        loadChildren: () => import('@samverkan/actions/portal').then((area) => area.actionsRoutes),
      },
      {
        path: 'nytt',
        canActivate: [signedInGuard],
        loadChildren: () => import('@samverkan/activity/portal').then((area) => area.activityRoutes),
      },
      {
        path: 'tillganglighet',
        loadComponent: () => import('./pages/accessibility.page').then((page) => page.AccessibilityPage),
      },
      { path: 'personuppgifter', loadComponent: () => import('./pages/privacy.page').then((page) => page.PrivacyPage) },
      { path: '**', loadComponent: () => import('./pages/not-found.page').then((page) => page.NotFoundPage) },
    ],
  },
];
