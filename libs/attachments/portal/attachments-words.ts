import { areaWords } from '@samverkan/shared/portal';

export const attachmentsWords = areaWords(
  'attachments',
  () => import('./sv.json'),
  () => import('./en.json'),
);
