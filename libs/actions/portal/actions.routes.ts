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
