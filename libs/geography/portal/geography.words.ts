import { areaWords } from '@samverkan/shared/portal';

export const geographyWords = areaWords(
  'geography',
  () => import('./sv.json'),
  () => import('./en.json'),
);
