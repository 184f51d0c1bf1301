import { areaWords } from '@samverkan/shared/portal';

export const calendarWords = areaWords(
  'calendar',
  () => import('./sv.json'),
  () => import('./en.json'),
);
