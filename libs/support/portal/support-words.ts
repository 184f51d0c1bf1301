import { areaWords } from '@samverkan/shared/portal';

export const supportWords = areaWords(
  'support',
  () => import('./sv.json'),
  () => import('./en.json'),
);
