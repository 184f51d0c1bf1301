import { type AreaFloor, only } from '@samverkan/shared/floor';
import { asks, changes, handles, request } from './request';

const one = '/api/support/{id}';
const writes = ['partner', 'municipal', 'regional', 'county_staff', 'county_admin'] as const;
const staff = ['county_staff', 'county_admin'] as const;
const readers = ['municipal', 'regional', ...staff] as const;
const nobody = '01900000-0000-7000-8000-000000000000';
const reason = { reason: 'Prov av golvet' };
const input = { title: 'Prov av golvet', subject: 'other', form: 'advice' };
const link = `?kind=actions&id=${nobody}`;
const deed = (may: typeof asks, body: object, entry: typeof writes | typeof staff = writes) => ({
  of: request,
  entry,
  may,
  body,
});
const foreign = 'not exists (select from support_request r where r.id = request_id)';

export const floor: AreaFloor = {
  operations: {
    'GET /api/support-inquiries': { entry: staff },
    'GET /api/support-inquiries/of/{id}': { entry: staff, params: { id: nobody } },
    'POST /api/support-inquiries/{id}/take': {
      entry: staff,
      params: { id: nobody },
      answers: 404,
      body: { organizationId: nobody, subject: 'other' },
    },
    'POST /api/support-inquiries/{id}/discard': { entry: staff, params: { id: nobody }, answers: 404, body: {} },
    'POST /api/support-inquiries/{id}/decline': { entry: staff, params: { id: nobody }, answers: 404, body: reason },
    'GET /api/support': { lists: request, query: '?q={words}&size=50' },
    'GET /api/support/export': { lists: request, query: '?format=json&q={words}' },
    'GET /api/support/suggestions': { entry: writes },
    'GET /api/support/needs': { entry: readers },
    'GET /api/support/needs/export': { entry: readers },
    'POST /api/support': { entry: writes, body: input },
    [`GET ${one}`]: { of: request },
    [`PATCH ${one}`]: deed(changes, { title: 'Ett annat behov' }),
    [`GET ${one}/history`]: { of: request },
    [`POST ${one}/take`]: deed(handles, {}, staff),
    [`PUT ${one}/handling`]: deed(handles, { dueOn: '2099-01-01' }, staff),
    [`POST ${one}/propose`]: deed(handles, { proposal: 'Prov av golvet' }, staff),
    [`POST ${one}/agree`]: deed(asks, {}),
    [`POST ${one}/close`]: deed(handles, { outcome: 'Prov av golvet' }, staff),
    [`POST ${one}/reopen`]: deed(changes, reason),
    [`POST ${one}/decline`]: deed(handles, reason, staff),
    [`POST ${one}/withdraw`]: deed(asks, reason),
    [`POST ${one}/undo`]: deed(changes, {}),
    [`POST ${one}/effect`]: deed(asks, { effect: 'yes' }),
    [`PUT ${one}/telling`]: deed(asks, { mayTell: false }),
    [`POST ${one}/messages`]: deed(changes, { text: 'Prov av golvet' }),
    [`POST ${one}/links`]: deed(changes, { kind: 'actions', id: nobody }),
    [`DELETE ${one}/links`]: { of: request, entry: writes, may: changes, query: link },
  },
  tables: {
    support_request: { of: request, key: 'id', changes },
    // It comes by a form without an account, and is read when its address has been confirmed.
    support_inquiry: {
      foreign: `confirmed_at is null or county_code <> all (coalesce(ctx_counties(), '{}')) or ctx_role() is null or ctx_role() not in ('county_staff', 'county_admin')`,
    },
    support_message: { foreign, fixed: 'true' },
    support_link: { foreign, fixed: 'true' },
  },
  channels: only({
    list: ['/api/support', '/api/support?mine=true', '/api/support?untaken=true', '/api/support-inquiries'],
    detail: [one, '/api/support-inquiries/of/{id}'],
    search: ['/api/support?q={words}'],
    duplicates: ['/api/support/suggestions?q={words}'],
    counters: ['/api/support?size=1', '/api/support/needs'],
    export: [
      '/api/support/export?format=csv&q={words}',
      '/api/support/export?format=json',
      '/api/support/needs/export?format=csv',
    ],
    history: [`${one}/history`],
    calendar: ['/api/calendar?area=support'],
    errors: [`${one}/finns-inte`],
    edit: [one],
  }),
  // A county board always sees what is asked of it: tried in the area's own spec.
  hides: [],
  hideable: [
    {
      kind: 'request',
      table: 'support_request',
      deeds: [
        { method: 'POST', path: '/api/support', body: { ...input, title: 'Stöd i {words}' } },
        { method: 'PATCH', path: one, body: { text: 'Det gäller {words}.' } },
      ],
    },
    {
      kind: 'inquiry',
      table: 'support_inquiry',
      reader: 'county_admin',
      // It comes by a form without an account: the floor writes it as that does.
      needs: {
        made: `select support_inquiry_add('22', null, 'Enhetschef', '{words}', '', 'advice', 'soon', null, 'sv', '\\x00') as id`,
        inquiry: `select support_inquiry_confirm('\\x00') as id`,
      },
      deeds: [],
      found: 'select id from support_inquiry where title = $1',
    },
    {
      kind: 'message',
      table: 'support_message',
      deeds: [
        { method: 'POST', path: '/api/support', body: { ...input, title: 'Stöd att tala om' } },
        { method: 'POST', path: `${one}/messages`, body: { text: 'Vi menar {words}.' } },
      ],
      found: `select id from support_message where position($1 in text) > 0`,
    },
  ],
};
