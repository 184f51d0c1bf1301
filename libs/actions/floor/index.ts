import { type AreaFloor, only } from '@samverkan/shared/floor';
import { action, edits, owns, takesBack, tells } from './action';

import { connection, nudge } from './connection';
import { asks, cooperation, joins, sides, writersWhoSee } from './cooperation';

export { action, edits, owns, takesBack, tells };

const one = '/api/actions/{id}';
const nobody = '01900000-0000-7000-8000-000000000000';
const everyReader = ['partner', 'municipal', 'regional', 'county_staff', 'county_admin', 'national_reader'] as const;
const writes = ['partner', 'municipal', 'regional', 'county_staff', 'county_admin'] as const;
const verbs = ['plan', 'start', 'pause', 'resume', 'complete', 'reopen'];
const input = {
  title: 'Hemlig förhandling om {words}',
  description: '{words} i Xylofonby',
  kind: 'project',
  municipalityCodes: ['2282'],
  startsOn: '2027-03-01',
  endsOn: '2027-04-30',
};

/** Who may look with others' eyes: who decides on who sees it. */
const seenAs = { query: '?seenAs={party}', may: owns };

export const floor: AreaFloor = {
  operations: {
    'GET /api/actions': { lists: action, query: '?q={words}&size=50' },
    'GET /api/actions/board': { lists: action, query: '?q={words}&size=50' },
    'GET /api/actions/export': { lists: action, query: '?format=json&q={words}' },
    'GET /api/actions/spread': { entry: 'signed-in' },
    'POST /api/actions/bulk/preview': { entry: writes, body: { ids: [nobody], deed: { kind: 'move', verb: 'start' } } },
    'POST /api/actions/bulk': {
      entry: writes,
      body: { rows: [{ id: nobody, version: 1 }], deed: { kind: 'move', verb: 'start' } },
    },
    'POST /api/actions/bulk/undo': { entry: writes, body: { rows: [{ id: nobody, version: 1, step: true }] } },
    'GET /api/actions/filters': { entry: 'signed-in' },
    'POST /api/actions/filters': { entry: everyReader, body: { name: 'Prov av golvet', choice: { mine: 'true' } } },
    'PATCH /api/actions/filters/{id}': {
      entry: 'signed-in',
      params: { id: nobody },
      answers: 404,
      body: { name: 'Nytt' },
    },
    'POST /api/actions/filters/{id}/removal': { entry: 'signed-in', params: { id: nobody }, answers: 404, body: {} },
    'POST /api/actions/filters/{id}/restoration': {
      entry: 'signed-in',
      params: { id: nobody },
      answers: 404,
      body: {},
    },
    'GET /api/actions/overview': { entry: 'signed-in' },
    'GET /api/actions/waiting': { entry: 'signed-in' },
    'GET /api/actions/suggestion': { entry: 'signed-in' },
    'GET /api/actions/neighbours': { entry: 'signed-in', query: '?title=Utbildning&kind=training' },
    'POST /api/actions': {
      entry: writes,
      body: { title: 'Prov av golvet', kind: 'other', status: 'planned', visibility: 'own' },
    },
    [`GET ${one}`]: { of: action, also: seenAs },
    [`PUT ${one}/presence`]: { of: action, may: edits, body: { field: 'title' } },
    [`DELETE ${one}/presence`]: { of: action, may: edits },
    [`PATCH ${one}`]: { of: action, may: edits, body: { title: 'Ett annat namn' } },
    [`DELETE ${one}`]: { of: action, may: owns },
    [`GET ${one}/history`]: { of: action, also: seenAs },
    [`GET ${one}/audience`]: { of: action, may: owns },
    [`PUT ${one}/visibility`]: { of: action, may: owns, body: { visibility: 'own' } },
    ...Object.fromEntries(verbs.map((verb) => [`POST ${one}/${verb}`, { of: action, may: owns, body: {} }])),
    [`POST ${one}/status/undo`]: { of: action, may: owns, body: {} },
    [`POST ${one}/cancel`]: { of: action, may: owns, body: { reason: 'Prov av golvet' } },
    [`GET ${one}/updates`]: { of: action, also: seenAs },
    [`POST ${one}/updates`]: { of: action, may: tells, body: { happenedOn: '2026-11-01', done: 'Prov' } },
    [`DELETE ${one}/updates/{updateId}`]: { of: action, may: takesBack },
    'POST /api/actions/updates/{updateId}/restoration': { of: action, may: takesBack, body: {} },
    [`GET ${one}/cooperations`]: { of: action },
    [`POST ${one}/invitations`]: { of: action, may: owns, body: { organizationId: nobody, role: 'owner' } },
    [`POST ${one}/proposals`]: { of: action, may: writersWhoSee, body: { message: 'Prov av golvet' } },
    [`POST ${one}/leave`]: { of: action, may: takesBack, body: {} },
    [`POST ${one}/connection`]: { of: action, may: owns, body: {} },
    'GET /api/connections': { entry: 'signed-in' },
    'GET /api/connections/{id}': { of: connection },
    'POST /api/connections/{id}/forward': { of: connection, body: {} },
    'GET /api/nudges/{id}': { of: nudge },
    'POST /api/nudges/{id}/proposal': { of: nudge, body: { message: 'Prov av golvet' } },
    'POST /api/nudges/{id}/decline': { of: nudge, body: {} },
    'GET /api/cooperations': { lists: cooperation, query: '' },
    'GET /api/cooperations/{id}': { of: cooperation },
    'POST /api/cooperations/{id}/accept': { of: cooperation, may: joins, body: {} },
    'POST /api/cooperations/{id}/decline': { of: cooperation, may: joins, body: { answer: 'Inte nu' } },
    'POST /api/cooperations/{id}/withdraw': { of: cooperation, may: asks, body: {} },
    'POST /api/cooperations/{id}/reminder': { of: cooperation, may: asks, body: {} },
    'POST /api/cooperations/{id}/undo': { of: cooperation, may: joins, body: {} },
  },
  tables: {
    action: { of: action, key: 'id', changes: edits },
    action_update: { of: action, key: 'action_id', changes: tells },
    action_owner: { of: action, key: 'action_id' },
    action_partner: { of: action, key: 'action_id' },
    action_goal: { of: action, key: 'action_id' },
    change_log: { of: action, key: 'object_id' },
    event: { of: action, key: 'object_id' },
    action_connection: { of: connection, key: 'id' },
    action_nudge: { of: nudge, key: 'id' },
    action_cooperation: { of: cooperation, key: 'id', changes: sides },
    action_goal_move: { of: action, key: 'action_id' },
    action_filter: {
      foreign: `organization_id is distinct from ctx_org() or ctx_user() is null or user_id is not null and user_id is distinct from ctx_user() or user_id is null and ctx_role() = 'system_admin'`,
      fixed: `user_id is null and ctx_role() not in ('partner', 'coordinator', 'county_staff', 'county_admin')`,
    },
  },
  channels: only({
    list: [
      '/api/actions',
      '/api/actions?status=draft',
      '/api/actions?mine=true',
      '/api/actions?from=2027-03-01&to=2027-04-30',
      '/api/actions/waiting',
      '/api/actions/filters',
      '/api/actions/board',
      '/api/actions/board?status=draft,planned&municipality=2282&q={words}',
      '/api/cooperations',
      '/api/connections',
    ],
    detail: ['/api/actions/{id}'],
    search: ['/api/actions?q={words}', '/api/actions?q=Hemlig%20f%C3%B6rhandling%20om%20{words}'],
    autocomplete: ['/api/actions/suggestion'],
    duplicates: [
      '/api/actions/neighbours?title=Hemlig%20f%C3%B6rhandling%20om%20{words}&kind=project&municipality=2282&from=2027-03-01&to=2027-04-30',
      '/api/actions/neighbours?title={words}',
    ],
    related: ['/api/actions/{id}/cooperations', '/api/actions/{id}/updates', '/api/actions/{id}/audience'],
    map: [
      '/api/actions?municipality=2282&sort=title&order=asc',
      '/api/actions/spread?by=goal',
      '/api/actions/spread?county=23',
    ],
    counters: [
      '/api/actions/overview',
      '/api/actions?size=1',
      '/api/actions/spread?by=owner',
      '/api/actions/spread?q={words}&status=draft,planned',
      '/api/actions?untied=true&size=1',
    ],
    history: ['/api/actions/{id}/history'],
    errors: ['/api/actions/{id}/finns-inte'],
    export: [
      '/api/actions/export?format=csv',
      '/api/actions/export?format=json&q={words}',
      '/api/actions/export?format=json&mine=true&sort=title&order=asc',
    ],
    edit: ['/api/actions/{id}'],
  }),
  hides: [
    {
      method: 'POST',
      path: '/api/actions',
      body: { ...input, status: 'draft', visibility: 'own' },
      subject: action,
    },
    {
      method: 'POST',
      path: '/api/actions',
      body: { ...input, municipalityCodes: ['2380'], status: 'planned', visibility: 'participants' },
      subject: action,
    },
  ],
  hideable: [
    {
      kind: 'action',
      table: 'action',
      deeds: [
        {
          method: 'POST',
          path: '/api/actions',
          body: { title: 'Insats {words}', kind: 'other', status: 'planned', visibility: 'members' },
        },
        { method: 'PATCH', path: '/api/actions/{id}', body: { description: 'Om {words}.' } },
      ],
    },
    {
      kind: 'update',
      table: 'action_update',
      deeds: [
        {
          method: 'POST',
          path: '/api/actions',
          body: { title: 'Insats med rader', kind: 'other', status: 'planned', visibility: 'members' },
        },
        {
          method: 'POST',
          path: '/api/actions/{id}/updates',
          body: { happenedOn: '2026-11-01', done: 'Möte om {words}' },
        },
      ],
    },
    {
      kind: 'cooperation',
      table: 'action_cooperation',
      needs: { other: `select id from organization where key = 'municipality:2282'` },
      deeds: [
        {
          method: 'POST',
          path: '/api/actions',
          body: { title: 'Insats att göra tillsammans', kind: 'other', status: 'planned', visibility: 'members' },
        },
        {
          method: 'POST',
          path: '/api/actions/{id}/invitations',
          body: { organizationId: '{other}', role: 'owner', message: 'Vi har {words}' },
        },
      ],
    },
    {
      kind: 'filter',
      table: 'action_filter',
      deeds: [
        {
          method: 'POST',
          path: '/api/actions/filters',
          body: { name: 'Fallet {words}', choice: { q: 'Om {words}' }, shared: true },
        },
      ],
    },
  ],
  signs: [
    {
      method: 'POST',
      path: '/api/actions',
      body: { title: 'Öppen insats', kind: 'other', status: 'planned', visibility: 'members' },
    },
    { method: 'POST', path: '/api/actions/{id}/updates', body: { happenedOn: '2026-11-01', done: 'Något hände' } },
    { method: 'PATCH', path: '/api/actions/{id}', body: { title: 'Öppen insats igen' } },
  ],
};
