import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { learningWords } from './learning-words';

const form = () => import('./offer-form.page').then((page) => page.OfferFormPage);

export const learningRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(learningWords)],
    children: [
      { path: '', loadComponent: () => import('./offers.page').then((page) => page.OffersPage) },
      { path: 'ny', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: 'underslag', loadComponent: () => import('./offer-kinds.page').then((page) => page.OfferKindsPage) },
      { path: 'tillsammans', loadComponent: () => import('./hostings.page').then((page) => page.HostingsPage) },
      {
        path: 'tillsammans/:id',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./hosting.page').then((page) => page.HostingPage),
      },
      {
        path: ':id/tillfallen/:sessionId',
        loadComponent: () => import('./registrations.page').then((page) => page.RegistrationsPage),
      },
      { path: ':id/importera', loadComponent: () => import('./completions.page').then((page) => page.CompletionsPage) },
      { path: ':id/andra', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id', loadComponent: () => import('./offer.page').then((page) => page.OfferPage) },
    ],
  },
];
