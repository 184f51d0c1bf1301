import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { tasksWords } from './tasks-words';

export const tasksRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(tasksWords)],
    children: [
      { path: '', loadComponent: () => import('./tasks.page').then((page) => page.TasksPage) },
      { path: ':id', loadComponent: () => import('./task-link.page').then((page) => page.TaskLinkPage) },
    ],
  },
];
