import { areaWords } from '@samverkan/shared/portal';

export const organizationsWords = areaWords(
  'organizations',
  () => import('./sv.json'),
  () => import('./en.json'),
);
