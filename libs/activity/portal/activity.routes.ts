import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { activityWords } from './activity-words';

export const activityRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(activityWords)],
    loadComponent: () => import('./feed.page').then((page) => page.FeedPage),
  },
];
