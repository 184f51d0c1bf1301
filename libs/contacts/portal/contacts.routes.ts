import type { Routes } from '@angular/router';
import { identityWords } from '@samverkan/identity/portal';
import { organizationsWords } from '@samverkan/organizations/portal';
import { provideWords, unsavedGuard } from '@samverkan/shared/portal';
import { contactsWords } from './contacts-words';

export const contactsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(contactsWords, identityWords, organizationsWords)],
    children: [
      { path: '', loadComponent: () => import('./contacts.page').then((page) => page.ContactsPage) },
      {
        path: 'ny',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./contact-form.page').then((page) => page.ContactFormPage),
      },
      {
        path: 'importera',
        loadComponent: () => import('./contact-import.page').then((page) => page.ContactImportPage),
      },
      { path: 'grupper', loadComponent: () => import('./groups.page').then((page) => page.GroupsPage) },
      { path: 'utskick', loadComponent: () => import('./recipients.page').then((page) => page.RecipientsPage) },
      { path: 'skickat', loadComponent: () => import('./sendings.page').then((page) => page.SendingsPage) },
      { path: 'skickat/:id', loadComponent: () => import('./sending.page').then((page) => page.SendingPage) },
      {
        path: ':id/som/:party',
        loadComponent: () => import('./contact-seen-as.page').then((page) => page.ContactSeenAsPage),
      },
      {
        path: ':id',
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./contact.page').then((page) => page.ContactPage),
      },
    ],
  },
];

/** Where a letter to a function's mailbox leads: nobody needs to be signed in. */
export const confirmRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(contactsWords)],
    loadComponent: () => import('./confirm.page').then((page) => page.ConfirmPage),
  },
];

/** Where a message's links "no thanks" lead: nobody needs to be signed in. */
export const refusalRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(contactsWords)],
    loadComponent: () => import('./refusal.page').then((page) => page.RefusalPage),
  },
];

export const handoverRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(contactsWords)],
    loadComponent: () => import('./handover.page').then((page) => page.HandoverPage),
  },
];

/** Where somebody begins who has just signed up. */
export const welcomeRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(contactsWords)],
    loadComponent: () => import('./welcome.page').then((page) => page.WelcomePage),
  },
];
