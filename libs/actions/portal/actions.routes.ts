import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { actionsWords } from './actions-words';

export const actionsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(actionsWords)],
    children: [
      { path: '', loadComponent: () => import('./actions.page').then((page) => page.ActionsPage) },
      {
        path: 'ny',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./action-form.page').then((page) => page.ActionFormPage),
      },
      { path: 'tavla', loadComponent: () => import('./board.page').then((page) => page.BoardPage) },
      { path: 'karta', loadComponent: () => import('./actions-map.page').then((page) => page.ActionsMapPage) },
      { path: 'vem-gor-vad', loadComponent: () => import('./spread.page').then((page) => page.SpreadPage) },
      { path: 'tidslinje', loadComponent: () => import('./timeline.page').then((page) => page.TimelinePage) },
      {
        path: 'samarbete',
        loadComponent: () => import('./cooperations.page').then((page) => page.CooperationsPage),
      },
      {
        path: 'samarbete/:id',
        loadComponent: () => import('./cooperation.page').then((page) => page.CooperationPage),
      },
      {
        path: ':id/som/:party',
        loadComponent: () => import('./action-seen-as.page').then((page) => page.ActionSeenAsPage),
      },
      {
        path: ':id',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./action.page').then((page) => page.ActionPage),
      },
    ],
  },
];
