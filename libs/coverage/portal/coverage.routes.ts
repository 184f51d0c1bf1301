import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { coverageWords } from './coverage-words';

export const coverageRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(coverageWords)],
    loadComponent: () => import('./coverage.page').then((page) => page.CoveragePage),
  },
];
