import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { activityWords } from './activity-words';

export const activityRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(activityWords)],
    loadComponent: () => import('./feed.page').then((page) => page.FeedPage),
  },
  {
    path: 'mejl',
    providers: [provideWords(activityWords)],
    loadComponent: () => import('./notices.page').then((page) => page.NoticesPage),
  },
];

/** Where a letter's own links lead: nobody needs to be signed in. */
export const unsubscribeRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(activityWords)],
    loadComponent: () => import('./unsubscribe.page').then((page) => page.UnsubscribePage),
  },
];
