import { areaWords } from '@samverkan/shared/portal';

export const coverageWords = areaWords(
  'coverage',
  () => import('./sv.json'),
  () => import('./en.json'),
);
