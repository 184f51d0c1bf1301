import { areaWords } from '@samverkan/shared/portal';

export const consultationsWords = areaWords(
  'consultations',
  () => import('./sv.json'),
  () => import('./en.json'),
);
