import { areaWords } from '@samverkan/shared/portal';

export const strategiesWords = areaWords(
  'strategies',
  () => import('./sv.json'),
  () => import('./en.json'),
);
