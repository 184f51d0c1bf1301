import type { Routes } from '@angular/router';
import { identityWords } from '@samverkan/identity/portal';
import { provideWords } from '@samverkan/shared/portal';
import { privacyWords } from './privacy-words';

// Asking for a proof is identity's dialog, in its words.
const providers = [provideWords(privacyWords, identityWords)];

/** One's own data, and what is done about requests. They stand in the shell. */
export const myDataRoutes: Routes = [
  { path: '', loadComponent: () => import('./my-data.page').then((page) => page.MyDataPage), providers },
];
export const extractRoutes: Routes = [
  { path: ':membershipId', loadComponent: () => import('./extract.page').then((page) => page.ExtractPage), providers },
];
export const erasureRoutes: Routes = [
  { path: '', loadComponent: () => import('./erasures.page').then((page) => page.ErasuresPage), providers },
];
export const retentionRoutes: Routes = [
  { path: '', loadComponent: () => import('./retention.page').then((page) => page.RetentionPage), providers },
];

/** The pages of the audit. They stand in the shell. */
export const auditRoutes: Routes = [
  { path: '', loadComponent: () => import('./audit.page').then((page) => page.AuditPage), providers },
];
