import type { Routes } from '@angular/router';
import { provideWords } from '@samverkan/shared/portal';
import { calendarWords } from './calendar-words';

export const calendarRoutes: Routes = [
  {
    path: '',
    providers: [provideWords(calendarWords)],
    loadComponent: () => import('./calendar.page').then((page) => page.CalendarPage),
  },
];
