import { type AreaFloor, only } from '@samverkan/shared/floor';

const one = '/api/vocabularies/proposals/{id}';
const nobody = '01900000-0000-7000-8000-000000000000';
const keepers = ['county_admin'] as const;
const notThere = { entry: keepers, params: { id: nobody }, answers: 404 } as const;
const hidden = `ctx_role() is null or ctx_role() <> 'county_admin' and state not in ('decided', 'undone')`;

export const floor: AreaFloor = {
  operations: {
    'GET /api/vocabularies': { entry: 'signed-in' },
    'GET /api/vocabularies/{name}/uses': { entry: 'signed-in', params: { name: 'kind' } },
    'GET /api/vocabularies/proposals': { entry: 'signed-in' },
    'POST /api/vocabularies/proposals': {
      entry: keepers,
      body: { deed: 'retire', vocabulary: 'kind', code: 'finns_inte', motive: 'Prov av golvet' },
    },
    [`GET ${one}`]: { entry: 'signed-in', params: { id: nobody }, answers: 404 },
    [`PUT ${one}/answer`]: { ...notThere, body: { yes: true } },
    [`DELETE ${one}/answer`]: notThere,
    [`POST ${one}/withdrawal`]: { ...notThere, body: {} },
    [`POST ${one}/undo`]: { ...notThere, body: {} },
  },
  tables: {
    vocabulary: { foreign: 'ctx_role() is null' },
    term: { foreign: 'ctx_role() is null' },
    term_version: { foreign: 'ctx_role() is null' },
    term_proposal: {
      foreign: hidden,
      fixed: `ctx_role() is distinct from 'county_admin' or organization_id is distinct from ctx_org() or state <> 'open'`,
    },
    term_answer: {
      foreign: `ctx_role() is distinct from 'county_admin'`,
      fixed: `ctx_role() is distinct from 'county_admin' or organization_id is distinct from ctx_org()`,
    },
  },
  channels: only({
    list: ['/api/vocabularies', '/api/vocabularies/proposals'],
    detail: [one],
    counters: ['/api/vocabularies/kind/uses'],
    edit: [one],
  }),
  hides: [],
  hideable: [
    {
      kind: 'proposal',
      table: 'term_proposal',
      by: ['county_admin', 'county_board:22'],
      deeds: [
        {
          method: 'POST',
          path: '/api/vocabularies/proposals',
          body: {
            deed: 'order',
            vocabulary: 'kind',
            code: 'project',
            after: 'training',
            motive: 'Som {words} skrev',
          },
        },
      ],
    },
  ],
};
