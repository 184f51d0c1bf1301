import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { publicationsWords } from './publications-words';

const form = () => import('./publication-form.page').then((page) => page.PublicationFormPage);

export const publicationsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(publicationsWords)],
    children: [
      { path: '', loadComponent: () => import('./publications.page').then((page) => page.PublicationsPage) },
      { path: 'ny', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: 'urval', loadComponent: () => import('./selection.page').then((page) => page.SelectionPage) },
      { path: ':id/andra', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id', loadComponent: () => import('./publication.page').then((page) => page.PublicationPage) },
    ],
  },
];
