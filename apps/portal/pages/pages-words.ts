import { areaWords } from '@samverkan/shared/portal';

export const pagesWords = areaWords(
  'pages',
  () => import('./sv.json'),
  () => import('./en.json'),
);
