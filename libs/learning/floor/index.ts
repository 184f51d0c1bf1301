import { publication } from '@samverkan/publications/floor';
import { type AreaFloor, only } from '@samverkan/shared/floor';
import { answers, asks, hosting, sides } from './hosting';
import { holds, offer, publishes, takesUp } from './offer';

const one = '/api/offers/{id}';
const nobody = '01900000-0000-7000-8000-000000000000';
const writes = ['partner', 'municipal', 'regional', 'county_staff', 'county_admin'] as const;
const held = { of: offer, entry: writes, may: holds };
const hours = { day: '2026-12-01', from: '09:00', to: '16:00' };
const session = `${one}/sessions/{sessionId}`;
const comers = `exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session_id and ctx_org() = any (o.host_ids)
        and ctx_role() in ('partner', 'coordinator', 'county_staff', 'county_admin'))`;

export const floor: AreaFloor = {
  operations: {
    'GET /api/offers': { lists: offer, query: '?q={words}&size=50' },
    'GET /api/offers/export': { lists: offer, query: '?format=json&q={words}' },
    'POST /api/offers': { entry: writes, body: { kind: 'conference', title: 'Prov av golvet', visibility: 'own' } },
    [`GET ${one}`]: { of: offer },
    [`PATCH ${one}`]: { ...held, body: { title: 'Ett annat namn' } },
    [`GET ${one}/history`]: { of: offer },
    [`PUT ${one}/visibility`]: { ...held, body: { visibility: 'own' } },
    ...Object.fromEntries(
      ['open', 'close', 'cancel', 'hold', 'undo'].map((verb) => [`POST ${one}/${verb}`, { ...held, body: {} }]),
    ),
    'GET /api/hostings': { lists: hosting, query: '' },
    'GET /api/hostings/{id}': { of: hosting },
    [`GET ${one}/hostings`]: { of: offer },
    [`POST ${one}/hostings`]: { ...held, body: { organizationId: nobody } },
    [`POST ${one}/leave`]: { ...held, body: {} },
    [`POST ${one}/take-out`]: { ...held, body: { organizationId: nobody } },
    'POST /api/hostings/{id}/accept': { of: hosting, entry: writes, may: answers, body: {} },
    'POST /api/hostings/{id}/decline': { of: hosting, entry: writes, may: answers, body: { answer: 'Inte nu' } },
    'POST /api/hostings/{id}/withdraw': { of: hosting, entry: writes, may: asks, body: {} },
    'POST /api/hostings/{id}/reminder': { of: hosting, entry: writes, may: asks, body: {} },
    'POST /api/hostings/{id}/undo': { of: hosting, entry: writes, may: answers, body: {} },
    [`POST ${one}/sessions`]: { ...held, body: hours },
    [`PUT ${session}`]: { ...held, body: hours },
    [`DELETE ${session}`]: held,
    [`GET ${session}/calendar`]: { of: offer },
    [`GET ${session}/registrations`]: held,
    [`DELETE ${session}/registrations/{registrationId}`]: held,
    [`POST ${session}/invitations`]: { ...held, body: { emails: ['inbjuden@floor.example'] } },
    [`DELETE ${session}/invitations/{invitationId}`]: held,
    [`POST ${session}/link`]: { ...held, body: {} },
    [`DELETE ${session}/link`]: held,
    [`PUT ${session}/attendance`]: { ...held, body: { came: [] } },
    [`POST ${session}/registration`]: { of: offer, body: {} },
    [`DELETE ${session}/registration`]: { of: offer },
    [`GET ${one}/reach`]: { of: offer },
    [`GET ${one}/reach/export`]: { of: offer },
    [`GET ${session}/reach`]: held,
    [`PUT ${session}/reach`]: { ...held, body: { entries: [] } },
    [`GET ${one}/evaluation`]: held,
    [`GET ${one}/uptake`]: { of: offer },
    [`PUT ${one}/uptake`]: {
      of: offer,
      entry: ['municipal', 'regional', 'county_staff', 'county_admin'],
      may: takesUp,
      body: { municipalityCode: '2282', done: true },
    },
    [`PUT ${one}/steps`]: { ...held, body: { steps: [] } },
    [`GET ${one}/import/template`]: { of: offer },
    [`PUT ${one}/import/preview`]: held,
    [`PUT ${one}/import/errors`]: held,
    [`POST ${one}/import`]: held,
    [`DELETE ${one}/import/{importId}`]: held,
    [`GET ${one}/publications`]: { of: offer },
    [`POST ${one}/publications`]: { of: offer, entry: ['county_staff', 'county_admin'], may: publishes, body: {} },
    'GET /api/publications/{id}/offers': { of: publication },
    'GET /api/offer-kinds': { entry: 'signed-in' },
    'POST /api/offer-kinds': {
      entry: ['county_admin'],
      body: { kind: 'conference', name: 'Prov av golvet', countyCode: '22' },
    },
    'PATCH /api/offer-kinds/{id}': {
      entry: ['county_admin'],
      params: { id: nobody },
      answers: 404,
      body: { closed: true },
    },
  },
  tables: {
    offer_kind: {
      foreign: 'ctx_role() is null',
      fixed: `ctx_role() is distinct from 'county_admin' or county_code <> all (ctx_counties())`,
    },
    offer: { of: offer, key: 'id', changes: holds },
    offer_hosting: { of: hosting, key: 'id', changes: sides },
    offer_session: { of: offer, key: 'offer_id', changes: holds },
    offer_quota: {
      foreign:
        'ctx_role() is null or not exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session_id)',
      fixed: `ctx_role() is null or not exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session_id and ctx_org() = any (o.host_ids)
        and ctx_role() in ('partner', 'coordinator', 'county_staff', 'county_admin'))`,
    },
    offer_invitation: { foreign: `(${comers}) is not true` },
    offer_registration: {
      foreign: `user_id is distinct from ctx_user() and (${comers}) is not true`,
      fixed: `(${comers}) is not true`,
    },
    offer_step: {
      foreign: 'ctx_role() is null or not exists (select from offer o where o.id = offer_id)',
      fixed: `not exists (select from offer o where o.id = offer_id and ctx_org() = any (o.host_ids) and ctx_role() in ('partner', 'coordinator', 'county_staff', 'county_admin'))`,
    },
    offer_uptake: {
      foreign: 'ctx_role() is null or not exists (select from offer o where o.id = offer_id)',
      fixed: `(ctx_role() in ('county_staff', 'county_admin') and exists (select from municipality m where m.code = municipality_code and m.county_code = any (ctx_counties()))
        or ctx_role() = 'coordinator' and exists (select from organization g where g.id = ctx_org() and g.key = 'municipality:' || municipality_code)) is not true`,
    },
    offer_import: {
      foreign: 'ctx_role() is null or not exists (select from offer o where o.id = offer_id)',
      fixed: `ctx_role() is null or not exists (select from offer o where o.id = offer_id and ctx_org() = any (o.host_ids)
        and ctx_role() in ('partner', 'coordinator', 'county_staff', 'county_admin'))`,
    },
    offer_publication: {
      foreign:
        'not exists (select from publication p where p.id = publication_id) or not exists (select from offer o where o.id = offer_id)',
      fixed: 'true',
    },
    offer_ticket: { foreign: 'true' },
    offer_answer: { foreign: 'true' },
    offer_told: { foreign: 'true' },
    offer_reach: {
      foreign: 'ctx_role() is null or not exists (select from offer o where o.id = offer_id)',
      fixed: `ctx_role() is null or source not in ('entered', 'imported') or not exists (select from offer o where o.id = offer_id and ctx_org() = any (o.host_ids)
        and ctx_role() in ('partner', 'coordinator', 'county_staff', 'county_admin'))`,
    },
  },
  channels: only({
    list: ['/api/offers', '/api/offers?mine=true', '/api/offer-kinds', '/api/hostings'],
    detail: [one],
    search: ['/api/offers?q={words}'],
    counters: ['/api/offers?size=1', '/api/offers?kind=conference'],
    export: ['/api/offers/export?format=csv&q={words}', '/api/offers/export?format=json'],
    history: [`${one}/history`],
    calendar: ['/api/calendar?area=learning'],
    errors: [`${one}/finns-inte`],
    edit: [one],
    related: [`${one}/hostings`, `${one}/reach`, `${one}/publications`, '/api/publications/{id}/offers'],
  }),
  hides: [
    {
      method: 'POST',
      path: '/api/offers',
      body: { kind: 'conference', title: 'Dold konferens', visibility: 'members' },
      subject: offer,
    },
  ],
  hideable: [
    {
      kind: 'offer',
      table: 'offer',
      deeds: [
        {
          method: 'POST',
          path: '/api/offers',
          body: { kind: 'conference', title: 'Konferens {words}', visibility: 'members' },
        },
        { method: 'POST', path: '/api/offers/{id}/open', body: {} },
        { method: 'PATCH', path: '/api/offers/{id}', body: { description: 'Om {words}.' } },
      ],
    },
    {
      kind: 'hosting',
      table: 'offer_hosting',
      needs: { other: `select id from organization where key = 'municipality:2282'` },
      deeds: [
        {
          method: 'POST',
          path: '/api/offers',
          body: { kind: 'conference', title: 'Konferens att hålla tillsammans', visibility: 'members' },
        },
        {
          method: 'POST',
          path: '/api/offers/{id}/hostings',
          body: { organizationId: '{other}', message: 'Vi har {words}' },
        },
      ],
    },
  ],
};

export { offer } from './offer';
