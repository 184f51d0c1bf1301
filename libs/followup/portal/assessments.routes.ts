import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { followupWords } from './followup-words';

const form = () => import('./assessment-form.page').then((page) => page.AssessmentFormPage);

export const assessmentsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(followupWords)],
    children: [
      { path: '', loadComponent: () => import('./assessments.page').then((page) => page.AssessmentsPage) },
      { path: 'ny/:goalId', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id/andra', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id/ratta', canDeactivate: [unsavedGuard], data: { correcting: true }, loadComponent: form },
      { path: ':id', loadComponent: () => import('./assessment.page').then((page) => page.AssessmentPage) },
    ],
  },
];
