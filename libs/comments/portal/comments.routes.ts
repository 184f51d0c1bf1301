import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { commentsWords } from './comments-words';

export const commentsRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(commentsWords)],
    children: [
      { path: '', loadComponent: () => import('./comments.page').then((page) => page.CommentsPage) },
      { path: ':id', loadComponent: () => import('./comment-link.page').then((page) => page.CommentLinkPage) },
    ],
  },
];
