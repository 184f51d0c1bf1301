import { type AreaFloor, only } from '@samverkan/shared/floor';

export const floor: AreaFloor = {
  operations: {
    'GET /api/calendar': { entry: 'signed-in' },
    'GET /api/calendar/file': { entry: 'signed-in' },
    'GET /api/calendar/subscription': { entry: 'signed-in' },
    'POST /api/calendar/subscription': { entry: 'signed-in', body: {} },
    'DELETE /api/calendar/subscription': { entry: 'signed-in' },
    'GET /api/calendar/feeds/{token}': { entry: 'everyone', params: { token: 'x'.repeat(43) }, answers: 404 },
  },
  tables: {
    calendar_subscription: {
      foreign: 'user_id is distinct from ctx_user() or organization_id is distinct from ctx_org()',
    },
  },
  channels: only({
    calendar: ['/api/calendar/file', '/api/calendar/file?mine=true', '/api/calendar/subscription'],
    list: ['/api/calendar', '/api/calendar?mine=true'],
    counters: ['/api/calendar?area=strategies'],
  }),
  hides: [],
};
