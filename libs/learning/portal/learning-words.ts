import { areaWords } from '@samverkan/shared/portal';

export const learningWords = areaWords(
  'learning',
  () => import('./sv.json'),
  () => import('./en.json'),
);
