import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { identityWords } from './identity-words';

const providers = [provideWords(identityWords)];

/** The pages nobody needs to be signed in for. */
export const identityRoutes: Routes = [
  { path: 'logga-in', loadComponent: () => import('./sign-in.page').then((page) => page.SignInPage), providers },
  {
    path: 'glomt-losenord',
    loadComponent: () => import('./forgotten-password.page').then((page) => page.ForgottenPasswordPage),
    providers,
  },
  {
    path: 'nytt-losenord',
    loadComponent: () => import('./new-password.page').then((page) => page.NewPasswordPage),
    providers,
  },
  { path: 'inbjudan', loadComponent: () => import('./invited.page').then((page) => page.InvitedPage), providers },
  { path: 'utgaende-post', loadComponent: () => import('./outbox.page').then((page) => page.OutboxPage), providers },
];

/** The pages of one's own account and of the people one looks after. They stand in the shell. */
export const accountRoutes: Routes = [
  { path: '', loadComponent: () => import('./account.page').then((page) => page.AccountPage), providers },
];
export const tokenRoutes: Routes = [
  { path: '', loadComponent: () => import('./tokens.page').then((page) => page.TokensPage), providers },
];
export const peopleRoutes: Routes = [
  { path: '', loadComponent: () => import('./people.page').then((page) => page.PeoplePage), providers },
];
