import type { AreaFloor } from './area-floor';
import { only } from './channels';

const own = 'user_id is distinct from ctx_user() or organization_id is distinct from ctx_org()';

export const floor: AreaFloor = {
  operations: {
    'GET /api/demo/outbox': { entry: 'everyone' },
    'GET /health/live': { entry: 'everyone' },
    'GET /health/ready': { entry: 'everyone' },
    'GET /api/drafts/{key}': { entry: 'signed-in', params: { key: 'floor' } },
    'PUT /api/drafts/{key}': { entry: 'signed-in', params: { key: 'floor' }, body: { content: { title: 'Prov' } } },
    'DELETE /api/drafts/{key}': { entry: 'signed-in', params: { key: 'floor' } },
  },
  tables: {
    draft: { foreign: own },
    idempotency: { foreign: own },
    job_effect: { open: 'Ids of jobs that are done: they say nothing of anybody.', writable: true },
    demo_mail: { open: 'Letters of the made-up demo county; elsewhere nothing is written here.', writable: true },
  },
  channels: only({ list: ['/api/drafts/action.new'], mail: ['/api/demo/outbox'] }),
  hides: [],
};
