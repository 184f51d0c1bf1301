import { areaWords } from '@samverkan/shared/portal';

export const privacyWords = areaWords(
  'privacy',
  () => import('./sv.json'),
  () => import('./en.json'),
);
