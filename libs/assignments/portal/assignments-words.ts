import { areaWords } from '@samverkan/shared/portal';

export const assignmentsWords = areaWords(
  'assignments',
  () => import('./sv.json'),
  () => import('./en.json'),
);
