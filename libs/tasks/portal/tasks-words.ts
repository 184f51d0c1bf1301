import { areaWords } from '@samverkan/shared/portal';

export const tasksWords = areaWords(
  'tasks',
  () => import('./sv.json'),
  () => import('./en.json'),
);
