import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { privacyWords } from './privacy-words';

const providers = [provideWords(privacyWords)];

/** The pages of the audit. They stand in the shell. */
export const auditRoutes: Routes = [
  { path: '', loadComponent: () => import('./audit.page').then((page) => page.AuditPage), providers },
];
