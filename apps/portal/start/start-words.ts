import { areaWords } from '@samverkan/shared/portal';

export const startWords = areaWords(
  'start',
  () => import('./sv.json'),
  () => import('./en.json'),
);
