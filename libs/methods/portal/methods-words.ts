import { areaWords } from '@samverkan/shared/portal';

export const methodsWords = areaWords(
  'methods',
  () => import('./sv.json'),
  () => import('./en.json'),
);
