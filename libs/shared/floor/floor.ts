import type { AreaFloor } from './area-floor';
import { only } from './channels';

const own = 'user_id is distinct from ctx_user() or organization_id is distinct from ctx_org()';

const nobody = '01900000-0000-7000-8000-000000000000';
const writes = ['partner', 'municipal', 'regional', 'county_staff', 'county_admin'] as const;
const hidden = { entry: 'signed-in', params: { id: nobody }, answers: 404 } as const;

export const floor: AreaFloor = {
  operations: {
    'GET /api/demo/outbox': { entry: 'everyone' },
    'GET /health/live': { entry: 'everyone' },
    'GET /health/ready': { entry: 'everyone' },
    'GET /api/drafts/{key}': { entry: 'signed-in', params: { key: 'floor' } },
    'PUT /api/drafts/{key}': { entry: 'signed-in', params: { key: 'floor' }, body: { content: { title: 'Prov' } } },
    'DELETE /api/drafts/{key}': { entry: 'signed-in', params: { key: 'floor' } },
    'GET /api/trash': { entry: 'signed-in' },
    'DELETE /api/trash/{kind}/{id}': { entry: 'signed-in', params: { kind: 'public.text', id: nobody }, answers: 404 },
    'GET /api/sensitive-texts': { entry: 'signed-in' },
    'POST /api/sensitive-texts': {
      entry: writes,
      body: { area: 'actions', kind: 'action', objectId: nobody },
      answers: 404,
    },
    'GET /api/sensitive-texts/{id}': hidden,
    'POST /api/sensitive-texts/{id}/purge': { ...hidden, body: { texts: {} } },
    'POST /api/sensitive-texts/{id}/restore': { ...hidden, body: {} },
  },
  tables: {
    audit: {
      foreign: `(ctx_role() = 'system_admin' and (organization_id is null or organization_id = ctx_org()) or ctx_role() = 'county_admin' and exists (
        select from organization_county c where c.organization_id = audit.organization_id and c.county_code = any (ctx_counties()))) is not true`,
    },
    audit_check: { foreign: `ctx_role() is null or ctx_role() not in ('county_admin', 'system_admin')` },
    sensitive_text: {
      foreign: 'not may_clean(owner_ids, county_codes, only_user) and hidden_by is distinct from ctx_user()',
    },
    draft: { foreign: own },
    presence: {
      foreign: `(user_id is distinct from ctx_user() or organization_id is distinct from ctx_org()) and not (ctx_user() is not null and case kind
        when 'action' then exists (select from action a where a.id = object_id) when 'contact' then exists (select from contact_function f where f.id = object_id)
        else exists (select from organization o where o.id = object_id) end)`,
      fixed: own,
    },
    idempotency: { foreign: own },
    job_effect: { open: 'Ids of jobs that are done: they say nothing of anybody.', writable: true },
    demo_mail: { open: 'Letters of the made-up demo county; elsewhere nothing is written here.', writable: true },
  },
  channels: only({
    list: ['/api/drafts/action.new', '/api/sensitive-texts', '/api/trash'],
    mail: ['/api/demo/outbox'],
  }),
  hides: [],
};
