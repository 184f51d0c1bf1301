import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { searchAllWords } from './search-all-words';

export const searchRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(searchAllWords)],
    loadComponent: () => import('./search.page').then((page) => page.SearchPage),
  },
];
