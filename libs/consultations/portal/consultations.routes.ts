import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { consultationsWords } from './consultations-words';

export const consultationsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(consultationsWords)],
    children: [
      { path: '', loadComponent: () => import('./consultations.page').then((page) => page.ConsultationsPage) },
      {
        path: 'strategi/:strategyId',
        loadComponent: () => import('./strategy-rounds.page').then((page) => page.StrategyRoundsPage),
      },
      {
        path: ':id',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./consultation.page').then((page) => page.ConsultationPage),
      },
      { path: ':id/svar', loadComponent: () => import('./answers.page').then((page) => page.AnswersPage) },
    ],
  },
];
