import { areaWords } from '@samverkan/shared/portal';

export const activityWords = areaWords(
  'activity',
  () => import('./sv.json'),
  () => import('./en.json'),
);
