import { areaWords } from '@samverkan/shared/portal';

export const searchAllWords = areaWords(
  'search',
  () => import('./sv.json'),
  () => import('./en.json'),
);
