import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { strategiesWords } from './strategies.words';

export const strategiesRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(strategiesWords)],
    children: [
      { path: '', loadComponent: () => import('./strategies.page').then((page) => page.StrategiesPage) },
      { path: ':id', loadComponent: () => import('./strategy.page').then((page) => page.StrategyPage) },
    ],
  },
];
