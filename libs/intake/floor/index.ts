import { action, owns } from '@samverkan/actions/floor';
import { type AreaFloor, only } from '@samverkan/shared/floor';

const one = '/api/actions/{id}';
const files = `/api/actions/import`;
const nobody = '01900000-0000-7000-8000-000000000000';
const writes = ['partner', 'municipal', 'regional', 'county_staff', 'county_admin'] as const;
const template = { entry: writes, params: { id: nobody }, answers: 404 } as const;

export const floor: AreaFloor = {
  operations: {
    'GET /api/action-templates': { entry: 'signed-in' },
    'POST /api/action-templates': { entry: writes, body: { name: 'Prov av golvet', content: { kind: 'other' } } },
    'PATCH /api/action-templates/{id}': { ...template, body: { name: 'Nytt' } },
    'POST /api/action-templates/{id}/removal': { ...template, body: {} },
    'POST /api/action-templates/{id}/restoration': { ...template, body: {} },
    'GET /api/actions/import/template': { entry: 'signed-in' },
    'GET /api/actions/import/progress': { entry: 'signed-in', query: '?key=import-prov' },
    'GET /api/actions/import/words': { entry: 'signed-in' },
    'PUT /api/actions/import/preview': { entry: writes },
    'PUT /api/actions/import/errors': { entry: writes },
    [`POST ${files}`]: { entry: writes },
    'POST /api/actions/import/undo': { entry: writes, body: { added: [{ id: nobody, version: 1 }] } },
    'GET /api/recurring-actions': { entry: 'signed-in' },
    [`GET ${one}/recurrence`]: { of: action },
    [`PUT ${one}/recurrence`]: { of: action, may: owns, body: { every: 'year' } },
    [`POST ${one}/again`]: {
      of: action,
      may: owns,
      body: { title: 'Prov av golvet igen', kind: 'other', status: 'planned', visibility: 'own' },
    },
  },
  tables: {
    action_template: {
      foreign: `organization_id is distinct from ctx_org() or ctx_role() is null or ctx_role() = 'system_admin'`,
      fixed: `ctx_role() not in ('partner', 'coordinator', 'county_staff', 'county_admin')`,
    },
    action_recurrence: { of: action, key: 'action_id', changes: owns },
  },
  channels: only({
    list: [
      '/api/recurring-actions',
      '/api/action-templates',
      '/api/actions/import/template',
      '/api/actions/import/progress?key=import-prov',
      '/api/actions/import/words',
    ],
    related: ['/api/actions/{id}/recurrence'],
  }),
  // What is written here is the organisation's own, or an action as actions hides it.
  hides: [],
};
