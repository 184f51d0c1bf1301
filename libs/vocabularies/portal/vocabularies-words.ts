import { areaWords } from '@samverkan/shared/portal';

export const vocabulariesWords = areaWords(
  'vocabularies',
  () => import('./sv.json'),
  () => import('./en.json'),
);
