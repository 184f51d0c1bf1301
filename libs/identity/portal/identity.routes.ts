import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { identityWords } from './identity-words';

export const identityRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./sign-in.page').then((page) => page.SignInPage),
    providers: [provideWords(identityWords)],
  },
];
