import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { strategiesWords } from './strategies.words';

export const strategiesRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(strategiesWords)],
    children: [
      { path: '', loadComponent: () => import('./strategies.page').then((page) => page.StrategiesPage) },
      { path: 'ny', loadComponent: () => import('./strategy-form.page').then((page) => page.StrategyFormPage) },
      {
        path: ':id/skriv',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./strategy-write.page').then((page) => page.StrategyWritePage),
      },
      {
        path: ':id/skriv/tabell',
        loadComponent: () => import('./goal-import.page').then((page) => page.GoalImportPage),
      },
      {
        path: ':id/ersatt',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./succession.page').then((page) => page.SuccessionPage),
      },
      { path: ':id/jamfor', loadComponent: () => import('./compare.page').then((page) => page.ComparePage) },
      { path: ':id/jamfor/:otherId', loadComponent: () => import('./compare.page').then((page) => page.ComparePage) },
      { path: ':id/mal/:goalId', loadComponent: () => import('./goal.page').then((page) => page.GoalPage) },
      { path: ':id', loadComponent: () => import('./strategy.page').then((page) => page.StrategyPage) },
    ],
  },
];

/** What parties have undertaken. */
export const commitmentsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(strategiesWords)],
    loadComponent: () => import('./commitments.page').then((page) => page.CommitmentsPage),
  },
];
