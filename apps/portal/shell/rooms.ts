import type { IconName } from '@samverkan/shared/portal';

interface Way {
  path: string;
  words: string;
  /** The same seen in other ways: each stands where the way itself does. */
  views?: readonly string[];
}

/** A room of the portal in the rail and the bottom bar. A room stands here when it is built. */
export interface Room extends Way {
  icon: IconName;
  /** What stands beside it: reached by a row above its own page and theirs, and lit in the rail with it. */
  beside?: readonly Way[];
}

export const rooms: readonly Room[] = [
  { path: '/', words: 'shell.start', icon: 'home' },
  {
    path: '/insatser',
    words: 'shell.actions',
    icon: 'actions',
    views: ['/insatser/tavla', '/insatser/tidslinje', '/insatser/karta', '/insatser/vem-gor-vad'],
    beside: [
      { path: '/insatser/samarbete', words: 'shell.cooperation' },
      { path: '/uppgifter', words: 'shell.tasks' },
      { path: '/kommentarer', words: 'shell.comments' },
    ],
  },
  {
    path: '/strategier',
    words: 'shell.strategies',
    icon: 'flag',
    beside: [
      { path: '/remisser', words: 'shell.consultations' },
      { path: '/ataganden', words: 'shell.commitments' },
      { path: '/uppdrag', words: 'shell.assignments' },
      { path: '/bedomningar', words: 'shell.assessments' },
      { path: '/kalender', words: 'shell.calendar' },
    ],
  },
  { path: '/utbildningar', words: 'shell.trainings', icon: 'groups' },
  { path: '/kontakter', words: 'shell.contacts', icon: 'phone' },
  { path: '/parter', words: 'shell.parties', icon: 'people' },
];

const holds = (way: Way, address: string) => address === way.path || address.startsWith(`${way.path}/`);

/** The room an address lies in. */
export const roomOf = (address: string): Room | undefined =>
  rooms.find((room) => [room, ...(room.beside ?? [])].some((way) => holds(way, address)));

/** Whether the address is the way's own page, or a view of it. */
export const isAt = ({ path, views = [] }: Way, address: string): boolean =>
  path === address || views.includes(address);

/** The row above a page that is a way of its own: the room and what stands beside it. Deeper in there are crumbs. */
export function waysFrom(address: string): readonly Way[] {
  const room = roomOf(address);
  const ways = room?.beside ? [room, ...room.beside] : [];
  return ways.some((way) => isAt(way, address)) ? ways : [];
}
