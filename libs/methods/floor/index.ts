import { action, owns } from '@samverkan/actions/floor';
import { offer } from '@samverkan/learning/floor';
import { type AreaFloor, only } from '@samverkan/shared/floor';
import { edits, method, says, use } from './method';
import { tie, ties } from './tie';

const one = '/api/methods/{id}';
const nobody = '01900000-0000-7000-8000-000000000000';
const keepers = ['county_staff', 'county_admin'] as const;
const users = ['partner', 'municipal', 'regional', ...keepers] as const;
const kept = { of: method, entry: keepers, may: edits };
const used = { of: use, entry: users, may: says };
const absent = { entry: keepers, params: { id: nobody }, answers: 404 as const, body: {} };

export const floor: AreaFloor = {
  operations: {
    'GET /api/methods': { lists: method, query: '?q={words}&size=50' },
    'GET /api/methods/export': { entry: 'signed-in', query: '?format=csv' },
    'POST /api/methods': { entry: keepers, body: { name: 'Prov av golvet' } },
    [`GET ${one}`]: { of: method },
    [`PATCH ${one}`]: { ...kept, body: { name: 'Ett annat namn' } },
    [`DELETE ${one}`]: { entry: keepers, params: { id: nobody }, answers: 404 },
    [`POST ${one}/restoration`]: absent,
    [`GET ${one}/history`]: { of: method },
    [`GET ${one}/trained`]: { of: method },
    [`GET ${one}/actions`]: { of: method },
    [`POST ${one}/publication`]: absent,
    [`POST ${one}/publication/undo`]: absent,
    [`POST ${one}/retirement`]: { ...absent, body: { retiresOn: '2030-01-01', motive: 'Prov av golvet' } },
    [`POST ${one}/retirement/undo`]: absent,
    [`PUT ${one}/visibility`]: { ...kept, body: { visibility: 'own' } },
    [`POST ${one}/review`]: { ...kept, body: { reviewOn: '2099-01-01' } },
    [`GET ${one}/uses`]: { of: method },
    [`POST ${one}/uses`]: { of: method, entry: users, body: { since: '2026-01-01' } },
    'PUT /api/method-uses/{id}': { ...used, body: { since: '2026-01-01' } },
    'GET /api/method-uses/{id}/trained': used,
    'POST /api/method-uses/{id}/end': { ...used, body: {} },
    'POST /api/method-uses/{id}/end/undo': { ...used, body: {} },
    'GET /api/actions/{id}/methods': { of: action, also: { query: '?seenAs={party}', may: owns } },
    'POST /api/actions/{id}/methods': { of: action, may: ties, body: { methodId: nobody } },
    'POST /api/action-methods/{id}/end': { of: tie, may: ties, body: {} },
    'POST /api/action-methods/{id}/end/undo': { of: tie, may: ties, body: {} },
    'GET /api/offers/{id}/methods': { of: offer },
  },
  tables: {
    method: { of: method, key: 'id', changes: edits },
    method_offer: {
      foreign:
        'not exists (select from method m where m.id = method_id) or not exists (select from offer o where o.id = offer_id)',
      fixed: `not exists (select from method m where m.id = method_id and m.organization_id = ctx_org() and ctx_role() in ('county_staff', 'county_admin'))`,
    },
    method_use: { of: use, key: 'id', changes: says },
    method_trained: { of: use, key: 'use_id', changes: says },
    method_action: { of: tie, key: 'id', changes: ties },
  },
  channels: only({
    list: ['/api/methods', '/api/methods?mine=true', '/api/methods?ours=true'],
    detail: [one],
    search: ['/api/methods?q={words}', '/api/methods?q={words}&sort=name'],
    autocomplete: ['/api/methods?q={words}&size=8'],
    counters: ['/api/methods?size=1', '/api/methods?municipality=2282&size=1'],
    export: ['/api/methods/export?format=csv&q={words}', '/api/methods/export?format=csv'],
    related: [
      `${one}/uses`,
      `${one}/actions`,
      `${one}/trained`,
      '/api/actions/{id}/methods',
      '/api/offers/{id}/methods',
    ],
    history: [`${one}/history`],
    errors: [`${one}/finns-inte`],
    edit: [one],
  }),
  // Only county boards keep methods; that drafts are hidden from others is tried in the area's own spec.
  hides: [],
  hideable: [
    {
      kind: 'method',
      table: 'method',
      by: ['county_staff', 'county_board:22'],
      deeds: [
        {
          method: 'POST',
          path: '/api/methods',
          body: { name: 'Metod {words}', purpose: 'Om {words}.', notFor: 'Inte för {words}.', visibility: 'members' },
        },
        { method: 'POST', path: `${one}/publication`, body: {} },
      ],
    },
    {
      kind: 'use',
      table: 'method_use',
      by: ['county_staff', 'county_board:22'],
      deeds: [
        { method: 'POST', path: '/api/methods', body: { name: 'Metod som används', visibility: 'members' } },
        { method: 'POST', path: `${one}/publication`, body: {} },
        { method: 'POST', path: `${one}/uses`, body: { since: '2026-01-01', note: 'Vi har {words}' } },
      ],
    },
    {
      kind: 'action',
      table: 'method_action',
      needs: {
        other: `select id from method where demo and status = 'published' and target_groups <> '{}' and 'exposed_children' <> all (target_groups) order by id limit 1`,
      },
      deeds: [
        {
          method: 'POST',
          path: '/api/actions',
          body: {
            title: 'Insats om en metod',
            kind: 'method_introduction',
            status: 'planned',
            visibility: 'members',
            targetGroups: ['exposed_children'],
          },
        },
        {
          method: 'POST',
          path: '/api/actions/{id}/methods',
          body: { methodId: '{other}', reason: 'Valdes för {words}' },
        },
      ],
    },
  ],
};
