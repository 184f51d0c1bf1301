import { areaWords } from '@samverkan/shared/portal';

export const publicationsWords = areaWords(
  'publications',
  () => import('./sv.json'),
  () => import('./en.json'),
);
