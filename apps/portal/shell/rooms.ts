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
  /** What its own page is called in the row, where that is not the room's name. */
  way?: string;
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
  {
    path: '/publikationer',
    words: 'shell.knowledge',
    way: 'shell.publications',
    icon: 'book',
    beside: [
      { path: '/utbildningar', words: 'shell.trainings' },
      { path: '/utbildningar/tillsammans', words: 'shell.hosting' },
      { path: '/metoder', words: 'shell.methods' },
    ],
  },
  {
    path: '/fragor',
    words: 'shell.questions',
    icon: 'info',
    beside: [
      { path: '/fragor/svar', words: 'shell.questions-answers' },
      { path: '/fragor/samlade', words: 'shell.questions-sent' },
      { path: '/fragor/statistik', words: 'shell.questions-statistics' },
      { path: '/stod', words: 'shell.support', views: ['/stod/tavla', '/stod/behov'] },
    ],
  },
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

/** The ways of a room in the order of its row: its own page, then what stands beside it. */
export const waysIn = (room: Room): readonly Way[] => [
  { ...room, words: room.way ?? room.words },
  ...(room.beside ?? []),
];

/** The row above a page that is a way of its own. Deeper in there are crumbs, and a room of a single way has no row. */
export function waysFrom(address: string): readonly Way[] {
  const room = roomOf(address);
  const ways = room ? waysIn(room) : [];
  return ways.length > 1 && ways.some((way) => isAt(way, address)) ? ways : [];
}
