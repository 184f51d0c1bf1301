import type { Routes } from '@angular/router';
import { actionsWords } from '@samverkan/actions/portal';
import { provideWords } from '@samverkan/shared/portal';
import { intakeWords } from './intake-words';

const providers = [provideWords(intakeWords, actionsWords)];

/** Under Insatser. */
export const intakeRoutes: Routes = [
  {
    path: 'mallar',
    providers,
    loadComponent: () => import('./templates.page').then((page) => page.TemplatesPage),
  },
  {
    path: 'importera',
    providers,
    loadComponent: () => import('./action-import.page').then((page) => page.ActionImportPage),
  },
  {
    path: 'aterkommande',
    providers,
    loadComponent: () => import('./recurring.page').then((page) => page.RecurringPage),
  },
];
