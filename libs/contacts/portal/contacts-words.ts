import { areaWords } from '@samverkan/shared/portal';

export const contactsWords = areaWords(
  'contacts',
  () => import('./sv.json'),
  () => import('./en.json'),
);
