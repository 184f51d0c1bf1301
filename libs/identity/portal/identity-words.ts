import { areaWords } from '@samverkan/shared/portal';

export const identityWords = areaWords(
  'identity',
  () => import('./sv.json'),
  () => import('./en.json'),
);
