import { type AreaFloor, only } from '@samverkan/shared/floor';
import { assessment, drafts } from './assessment';

const one = '/api/assessments/{id}';
const nobody = '01900000-0000-7000-8000-000000000000';
const writes = ['partner', 'municipal', 'regional', 'county_staff', 'county_admin'] as const;
const written = { of: drafts, entry: writes };

export const floor: AreaFloor = {
  operations: {
    'GET /api/assessments': { entry: 'signed-in', query: `?goal=${nobody}`, answers: 404 },
    'GET /api/assessments/latest': { entry: 'signed-in', query: `?strategy=${nobody}`, answers: 404 },
    'GET /api/assessments/list': { lists: assessment, query: '?q={words}&size=50' },
    'GET /api/assessments/missing': { entry: 'signed-in' },
    'GET /api/assessments/export': { entry: 'signed-in', query: `?strategy=${nobody}&format=csv`, answers: 404 },
    'POST /api/assessments': {
      entry: writes,
      answers: 404,
      body: { goalId: nobody, level: 'stalled', reason: 'Prov av golvet', assessedOn: '2026-11-01' },
    },
    [`GET ${one}`]: { of: assessment },
    [`PATCH ${one}`]: { ...written, body: { reason: 'Ett annat skäl' } },
    [`DELETE ${one}`]: written,
    [`POST ${one}/restoration`]: { entry: writes, params: { id: nobody }, body: {}, answers: 404 },
    [`POST ${one}/signature`]: { ...written, body: {} },
  },
  tables: { assessment: { of: assessment, key: 'id', changes: drafts.sees } },
  channels: only({
    detail: [one],
    list: [
      `/api/assessments?goal=${nobody}`,
      '/api/assessments/list?size=100',
      '/api/assessments/list?drafts=true&size=100',
    ],
    search: ['/api/assessments/list?q={words}'],
    counters: [`/api/assessments/latest?strategy=${nobody}`, '/api/assessments/missing'],
    export: [`/api/assessments/export?strategy=${nobody}&format=csv`, '/api/assessments/export?format=csv&q={words}'],
    errors: [`${one}/finns-inte`],
    edit: [one],
  }),
  // A draft takes a goal of the county's own: that it is hidden is tried in the area's own spec.
  hides: [],
  hideable: [
    {
      kind: 'assessment',
      table: 'assessment',
      by: ['county_staff', 'county_board:22'],
      needs: {
        goal: `select id from goal where key = 'reg-22-handlingsplan-2022:1'`,
        post: `select f.id from contact_function f join organization o on o.id = f.organization_id where o.key = 'county_board:22' and f.retired_on is null limit 1`,
      },
      deeds: [
        {
          method: 'POST',
          path: '/api/assessments',
          body: {
            goalId: '{goal}',
            functionId: '{post}',
            level: 'stalled',
            reason: 'Om {words}.',
            assessedOn: '2026-11-01',
            evidence: [{ title: 'Rapport om {words}', url: 'https://example.org/rapport' }],
          },
        },
        { method: 'POST', path: '/api/assessments/{id}/signature', body: {} },
      ],
    },
  ],
};
