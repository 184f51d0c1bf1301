import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { assignmentsWords } from './assignments-words';

const form = () => import('./assignment-form.page').then((page) => page.AssignmentFormPage);

export const assignmentsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(assignmentsWords)],
    children: [
      { path: '', loadComponent: () => import('./assignments.page').then((page) => page.AssignmentsPage) },
      { path: 'nytt', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id/andra', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id', loadComponent: () => import('./assignment.page').then((page) => page.AssignmentPage) },
    ],
  },
];
