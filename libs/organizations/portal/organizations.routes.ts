import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { organizationsWords } from './organizations.words';

export const organizationsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(organizationsWords)],
    children: [
      { path: '', loadComponent: () => import('./parties.page').then((page) => page.PartiesPage) },
      {
        path: 'ny',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./party-form.page').then((page) => page.PartyFormPage),
      },
      {
        path: ':id',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./party.page').then((page) => page.PartyPage),
      },
    ],
  },
];
