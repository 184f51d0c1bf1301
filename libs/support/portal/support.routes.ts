import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { supportWords } from './support-words';

const form = () => import('./support-form.page').then((page) => page.SupportFormPage);

export const supportRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(supportWords)],
    children: [
      { path: '', loadComponent: () => import('./requests.page').then((page) => page.RequestsPage) },
      { path: 'ny', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: 'tavla', loadComponent: () => import('./board.page').then((page) => page.BoardPage) },
      { path: 'behov', loadComponent: () => import('./needs.page').then((page) => page.NeedsPage) },
      { path: ':id/andra', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id', loadComponent: () => import('./request.page').then((page) => page.RequestPage) },
    ],
  },
];
