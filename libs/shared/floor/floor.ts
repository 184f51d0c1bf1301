import type { AreaFloor } from './area-floor';
import { only } from './channels';

const own = 'user_id is distinct from ctx_user() or organization_id is distinct from ctx_org()';

export const floor: AreaFloor = {
  operations: {
    'GET /health/live': { entry: 'everyone' },
    'GET /health/ready': { entry: 'everyone' },
    'GET /api/drafts/{key}': { entry: 'signed-in', params: { key: 'floor' } },
    'PUT /api/drafts/{key}': { entry: 'signed-in', params: { key: 'floor' }, body: { content: { title: 'Prov' } } },
    'DELETE /api/drafts/{key}': { entry: 'signed-in', params: { key: 'floor' } },
  },
  tables: {
    draft: { foreign: own },
    idempotency: { foreign: own },
  },
  channels: only({ list: ['/api/drafts/action.new'] }),
  hides: [],
};
