import { areaWords } from '@samverkan/shared/portal';

export const questionsWords = areaWords(
  'questions',
  () => import('./sv.json'),
  () => import('./en.json'),
);
