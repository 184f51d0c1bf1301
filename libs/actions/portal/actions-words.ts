import { areaWords } from '@samverkan/shared/portal';

export const actionsWords = areaWords(
  'actions',
  () => import('./sv.json'),
  () => import('./en.json'),
);
