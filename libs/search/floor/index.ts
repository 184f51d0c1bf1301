import { type AreaFloor, only } from '@samverkan/shared/floor';

const find = '/api/search?q={words}';

export const floor: AreaFloor = {
  operations: { 'GET /api/search': { entry: 'signed-in' } },
  tables: {},
  channels: only({ search: [find], autocomplete: [find], counters: [find, `${find}&group=actions`] }),
  hides: [],
};
