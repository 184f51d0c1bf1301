import { areaWords } from '@samverkan/shared/portal';

export const followupWords = areaWords(
  'followup',
  () => import('./sv.json'),
  () => import('./en.json'),
);
