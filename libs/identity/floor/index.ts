import { type AreaFloor, only } from '@samverkan/shared/floor';

const nobody = '01900000-0000-7000-8000-000000000000';

export const floor: AreaFloor = {
  operations: {
    'GET /api/session/options': { entry: 'everyone' },
    'GET /api/session': { entry: 'signed-in' },
    'POST /api/session': {
      entry: 'everyone',
      body: { email: 'nobody@floor.example', password: 'not a password' },
      answers: 401,
    },
    'POST /api/session/acting': { entry: 'signed-in', body: { membershipId: nobody }, answers: 404 },
    'DELETE /api/session': { entry: 'signed-in', ends: true },
  },
  tables: {
    app_user: {
      foreign:
        'id is distinct from ctx_user() and not exists (select 1 from membership m where m.user_id = app_user.id and m.organization_id = ctx_org())',
    },
    membership: { foreign: 'user_id is distinct from ctx_user() and organization_id is distinct from ctx_org()' },
  },
  channels: only({ nested: ['/api/session'], list: ['/api/session/options'] }),
  hides: [],
};
