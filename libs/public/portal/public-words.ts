import { areaWords } from '@samverkan/shared/portal';

export const publicWords = areaWords(
  'public',
  () => import('./sv.json'),
  () => import('./en.json'),
);
