import type { Routes } from '@angular/router';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { methodsWords } from './methods-words';

const form = () => import('./method-form.page').then((page) => page.MethodFormPage);

export const methodsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(methodsWords)],
    children: [
      { path: '', loadComponent: () => import('./methods.page').then((page) => page.MethodsPage) },
      { path: 'ny', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id/andra', canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':id', loadComponent: () => import('./method.page').then((page) => page.MethodDetailPage) },
    ],
  },
];
