import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { publicWords } from './public-words';

export const publicRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(publicWords)],
    children: [
      { path: '', loadComponent: () => import('./public-texts.page').then((page) => page.PublicTextsPage) },
      {
        path: ':piece',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./public-text.page').then((page) => page.PublicTextPage),
      },
    ],
  },
];
