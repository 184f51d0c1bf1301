import { areaWords } from '@samverkan/shared/portal';

export const intakeWords = areaWords(
  'intake',
  () => import('./sv.json'),
  () => import('./en.json'),
);
