import { type AreaFloor, only } from '@samverkan/shared/floor';

export const floor: AreaFloor = {
  operations: {
    'GET /api/activity': { entry: 'signed-in' },
    // An open stream would keep the request waiting: what is heard on it is tried by its own spec.
    'GET /api/activity/stream': { entry: 'signed-in', ends: true },
  },
  tables: {},
  channels: only({ feed: ['/api/activity?size=50'] }),
  hides: [],
};
