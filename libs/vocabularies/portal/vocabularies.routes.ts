import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { vocabulariesWords } from './vocabularies-words';

export const vocabulariesRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(vocabulariesWords)],
    children: [
      { path: '', loadComponent: () => import('./vocabularies.page').then((page) => page.VocabulariesPage) },
      { path: 'forslag', loadComponent: () => import('./proposals.page').then((page) => page.ProposalsPage) },
      { path: 'forslag/:id', loadComponent: () => import('./proposals.page').then((page) => page.ProposalsPage) },
    ],
  },
];
