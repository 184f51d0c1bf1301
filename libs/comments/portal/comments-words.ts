import { areaWords } from '@samverkan/shared/portal';

export const commentsWords = areaWords(
  'comments',
  () => import('./sv.json'),
  () => import('./en.json'),
);
