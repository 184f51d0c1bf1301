import { type AreaFloor, only } from '@samverkan/shared/floor';

export const floor: AreaFloor = {
  operations: {
    'GET /api/activity': { entry: 'signed-in' },
    // An open stream would keep the request waiting: what is heard on it is tried by its own spec.
    'GET /api/activity/stream': { entry: 'signed-in', ends: true },
    'GET /api/activity/waiting': { entry: 'signed-in' },
    'GET /api/activity/notices': { entry: 'signed-in' },
    'PUT /api/activity/notices': { entry: 'signed-in', body: { digestHour: 7, off: [] } },
    'POST /api/unsubscriptions': { entry: 'everyone', body: { token: 'x'.repeat(40) }, answers: 404 },
  },
  tables: {
    notice_choice: { foreign: 'user_id is distinct from ctx_user()' },
    digest_mark: { foreign: 'user_id is distinct from ctx_user() or organization_id is distinct from ctx_org()' },
    digest_told: { foreign: 'user_id is distinct from ctx_user() or organization_id is distinct from ctx_org()' },
  },
  channels: only({
    feed: ['/api/activity?size=50'],
    counters: ['/api/activity/waiting'],
    mail: ['/api/activity/notices'],
  }),
  hides: [],
};
