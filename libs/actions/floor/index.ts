import { type AreaFloor, only } from '@samverkan/shared/floor';
import { action, edits, owns, takesBack, tells } from './action';

const one = '/api/actions/{id}';
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
    'GET /api/actions/overview': { entry: 'signed-in' },
    'GET /api/actions/waiting': { entry: 'signed-in' },
    'GET /api/actions/suggestion': { entry: 'signed-in' },
    'POST /api/actions': {
      entry: writes,
      body: { title: 'Prov av golvet', kind: 'other', status: 'planned', visibility: 'own' },
    },
    [`GET ${one}`]: { of: action, also: seenAs },
    [`PATCH ${one}`]: { of: action, may: edits, body: { title: 'Ett annat namn' } },
    [`GET ${one}/history`]: { of: action, also: seenAs },
    [`GET ${one}/audience`]: { of: action, may: owns },
    [`PUT ${one}/visibility`]: { of: action, may: owns, body: { visibility: 'own' } },
    ...Object.fromEntries(verbs.map((verb) => [`POST ${one}/${verb}`, { of: action, may: owns, body: {} }])),
    [`POST ${one}/cancel`]: { of: action, may: owns, body: { reason: 'Prov av golvet' } },
    [`GET ${one}/updates`]: { of: action, also: seenAs },
    [`POST ${one}/updates`]: { of: action, may: tells, body: { happenedOn: '2026-11-01', done: 'Prov' } },
    [`DELETE ${one}/updates/{updateId}`]: { of: action, may: takesBack },
  },
  tables: {
    action: { of: action, key: 'id', changes: edits },
    action_update: { of: action, key: 'action_id', changes: tells },
    action_owner: { of: action, key: 'action_id' },
    action_partner: { of: action, key: 'action_id' },
    action_goal: { of: action, key: 'action_id' },
    change_log: { of: action, key: 'object_id' },
    event: { of: action, key: 'object_id' },
    action_goal_move: { of: action, key: 'action_id' },
  },
  channels: only({
    list: [
      '/api/actions',
      '/api/actions?status=draft',
      '/api/actions?mine=true',
      '/api/actions?from=2027-03-01&to=2027-04-30',
      '/api/actions/waiting',
    ],
    detail: ['/api/actions/{id}'],
    search: ['/api/actions?q={words}', '/api/actions?q=Hemlig%20f%C3%B6rhandling%20om%20{words}'],
    autocomplete: ['/api/actions/suggestion'],
    related: ['/api/actions/{id}/updates', '/api/actions/{id}/audience'],
    map: ['/api/actions?municipality=2282&sort=title&order=asc'],
    counters: ['/api/actions/overview', '/api/actions?size=1'],
    history: ['/api/actions/{id}/history'],
    errors: ['/api/actions/{id}/finns-inte'],
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
