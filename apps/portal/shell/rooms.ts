import type { IconName } from '@samverkan/shared/portal';

/** A room of the portal in the rail and the bottom bar. A room stands here when it is built. */
export interface Room {
  path: string;
  words: string;
  icon: IconName;
}

export const rooms: readonly Room[] = [
  { path: '/', words: 'shell.start', icon: 'home' },
  { path: '/insatser', words: 'shell.actions', icon: 'actions' },
  { path: '/strategier', words: 'shell.strategies', icon: 'flag' },
  { path: '/kontakter', words: 'shell.contacts', icon: 'phone' },
  { path: '/parter', words: 'shell.parties', icon: 'people' },
];
