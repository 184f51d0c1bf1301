import type { ActionView, SavedFilter } from '@samverkan/actions/contract';

const paths: Record<ActionView, string> = {
  list: '/insatser',
  board: '/insatser/tavla',
  timeline: '/insatser/tidslinje',
  map: '/insatser/karta',
  matrix: '/insatser/vem-gor-vad',
};

export const pathOf = (view: SavedFilter['view']): string => paths[view];
