import { type AreaFloor, only } from '@samverkan/shared/floor';
import { contact, edits, invites, keeps } from './contact';

const one = '/api/contacts/{id}';
const files = `/api/contacts/import`;
const writes = ['partner', 'municipal', 'regional', 'county_staff', 'county_admin'] as const;
const administrators = ['county_admin', 'system_admin'] as const;
const unnamed = { naming: 'unnamed', userId: null, name: null };

/** Who may look with others' eyes: who decides on who sees it. */
const seenAs = { query: '?seenAs={party}', may: keeps };

const nobody = '01900000-0000-7000-8000-000000000000';
const piece = { area: 'actions', objectId: nobody };
const message = { replyTo: nobody, subject: 'Prov av golvet', text: 'Prov av golvet.' };
const countyBoard = ['county_staff', 'county_admin'] as const;
const ownWork = `organization_id = ctx_org() and ctx_role() in ('partner', 'coordinator', 'county_staff', 'county_admin')`;
const askedOfHer = `asked_on is not null and ctx_role() in ('county_staff', 'county_admin') and county_codes && ctx_counties()`;

export const floor: AreaFloor = {
  operations: {
    'GET /api/handovers': { entry: writes },
    'GET /api/handovers/asked': { entry: countyBoard },
    'POST /api/handovers/{id}/decisions': {
      entry: writes,
      params: { id: nobody },
      answers: 404,
      body: { items: [piece], decision: 'taken' },
    },
    'POST /api/handovers/{id}/decisions/undo': { entry: writes, params: { id: nobody }, answers: 404, body: piece },
    'POST /api/handovers/{id}/answers': {
      entry: countyBoard,
      params: { id: nobody },
      answers: 404,
      body: { ...piece, toFunctionId: null },
    },
    'GET /api/contacts': { lists: contact, query: '?q={words}&scope=all&size=100' },
    'GET /api/contacts/export': { lists: contact, query: '?format=vcf&q={words}&scope=all' },
    'GET /api/contacts/recipients': { lists: contact, query: '?q={words}&scope=all' },
    'GET /api/contacts/groups': { entry: writes },
    'POST /api/contacts/groups': { entry: writes, body: { name: 'Prov av golvet', choice: { subject: 'honour' } } },
    'GET /api/contacts/groups/{id}': { entry: writes, params: { id: nobody }, answers: 404 },
    'PATCH /api/contacts/groups/{id}': {
      entry: writes,
      params: { id: nobody },
      answers: 404,
      body: { name: 'Ett annat' },
    },
    'POST /api/contacts/groups/{id}/removal': { entry: writes, params: { id: nobody }, answers: 404, body: {} },
    'POST /api/contacts/groups/{id}/restoration': { entry: writes, params: { id: nobody }, answers: 404, body: {} },
    'GET /api/contacts/sendings': { entry: writes },
    'POST /api/contacts/sendings': {
      entry: writes,
      body: { ...message, functionIds: [nobody], recipients: 2 },
    },
    'POST /api/contacts/sendings/preview': { entry: writes, body: { ...message, functionIds: [nobody] } },
    'GET /api/contacts/sendings/{id}': { entry: writes, params: { id: nobody }, answers: 404 },
    'POST /api/contacts/sendings/{id}/again': {
      entry: writes,
      params: { id: nobody },
      answers: 404,
      body: { recipients: 1 },
    },
    'GET /api/contacts/import/template': { entry: 'signed-in' },
    'GET /api/contacts/import/progress': { entry: 'signed-in', query: '?key=import-prov' },
    'PUT /api/contacts/import/preview': { entry: writes },
    'PUT /api/contacts/import/errors': { entry: writes },
    [`POST ${files}`]: { entry: writes },
    'GET /api/contacts/welcome': { entry: 'signed-in' },
    [`GET ${one}/invitations`]: { of: contact, entry: administrators, may: invites },
    [`POST ${one}/invitations`]: {
      of: contact,
      entry: administrators,
      may: invites,
      body: { email: 'innehavare@floor.example', role: 'partner' },
    },
    'GET /api/contacts/overview': { entry: 'signed-in', query: '?county=22' },
    'GET /api/contacts/colleagues': { entry: 'signed-in' },
    'POST /api/contacts': { entry: writes, body: { title: 'Prov av golvet', visibility: 'own' } },
    [`GET ${one}`]: { of: contact, also: seenAs },
    [`PUT ${one}/presence`]: { of: contact, may: edits, body: { field: 'title' } },
    [`DELETE ${one}/presence`]: { of: contact, may: edits },
    [`PATCH ${one}`]: { of: contact, may: edits, body: { title: 'Ett annat namn' } },
    [`GET ${one}/history`]: { of: contact, also: seenAs },
    [`GET ${one}/audience`]: { of: contact, may: keeps },
    [`PUT ${one}/visibility`]: { of: contact, may: keeps, body: { visibility: 'own' } },
    [`POST ${one}/retire`]: { of: contact, may: keeps, body: {} },
    [`POST ${one}/restore`]: { of: contact, may: keeps, body: {} },
    [`POST ${one}/holders`]: { of: contact, may: keeps, body: { ...unnamed, deputy: true } },
    [`PUT ${one}/holders/{holderId}`]: {
      of: contact,
      may: keeps,
      body: { ...unnamed, validFrom: '2026-01-01', validTo: null },
    },
    [`POST ${one}/confirmation`]: { of: contact, may: edits, body: {} },
    [`POST ${one}/letters`]: { of: contact, may: keeps, body: {} },
    [`GET ${one}/reports`]: { of: contact },
    [`POST ${one}/reports`]: { of: contact, body: { what: ['other'] } },
    [`POST ${one}/reports/{reportId}/resolution`]: { of: contact, may: edits, body: {} },
    'POST /api/contact-letters': { entry: 'everyone', body: { token: 'x'.repeat(43) }, answers: 404 },
    'POST /api/contact-refusals': { entry: 'everyone', body: { token: 'x'.repeat(43) }, answers: 404 },
    'POST /api/contact-refusals/decision': {
      entry: 'everyone',
      body: { token: 'x'.repeat(43), to: 'sender', refused: true },
      answers: 404,
    },
    'POST /api/contact-letters/confirmation': { entry: 'everyone', body: { token: 'x'.repeat(43) }, answers: 404 },
    [`POST ${one}/holders/{holderId}/end`]: { of: contact, may: keeps, body: { lastDay: '2099-12-31' } },
  },
  tables: {
    contact_function: { of: contact, key: 'id', changes: edits },
    contact_holder: { of: contact, key: 'function_id', changes: keeps },
    contact_holder_name: { of: contact, key: 'function_id', changes: keeps },
    contact_inside_name: {
      foreign: `(organization_id is distinct from ctx_org() or ctx_user() is null or ctx_role() not in ('partner', 'coordinator', 'county_staff', 'county_admin'))`,
    },
    contact_letter: { foreign: 'true' },
    contact_refusal: { foreign: 'true' },
    contact_sending: { foreign: `not (${ownWork})` },
    contact_sending_recipient: { foreign: `not (${ownWork})` },
    contact_group: { foreign: `not (${ownWork})` },
    contact_report: {
      foreign:
        '(user_id is distinct from ctx_user() or organization_id is distinct from ctx_org()) and not keeps_contact(function_id)',
      fixed: 'not keeps_contact(function_id)',
    },
    handover_item: { foreign: `not (${ownWork}) and not (${askedOfHer})` },
    handover: {
      foreign: `not (${ownWork}) and not exists (select 1 from handover_item i where i.handover_id = handover.id and ${askedOfHer})`,
    },
    contact_invitation: { foreign: `ctx_role() not in ('county_admin', 'system_admin')` },
    contact_subject: { open: 'Words for the subjects, the same for everybody.' },
    change_log: { of: contact, key: 'object_id' },
    event: { of: contact, key: 'object_id' },
  },
  channels: only({
    list: [
      '/api/handovers',
      '/api/contacts/groups',
      '/api/contacts/sendings',
      '/api/contacts/welcome',
      '/api/contacts/import/template',
      '/api/contacts/import/progress?key=import-prov',
      '/api/handovers/asked',
      '/api/contacts',
      '/api/contacts?scope=all&size=100',
      '/api/contacts?mine=true',
      '/api/contacts?retired=true',
    ],
    detail: ['/api/contacts/{id}'],
    search: [
      '/api/contacts?q={words}',
      '/api/contacts?q={words}&scope=all',
      '/api/contacts?q=Dold%20{words}&scope=all',
    ],
    autocomplete: ['/api/contacts/colleagues'],
    related: ['/api/contacts/{id}/invitations', '/api/contacts/{id}/audience', '/api/contacts/{id}/reports'],
    map: ['/api/contacts?municipality=2283&sort=title'],
    counters: ['/api/contacts/overview?county=22', '/api/contacts?vacant=true', '/api/contacts?overdue=true&size=1'],
    history: ['/api/contacts/{id}/history'],
    export: [
      '/api/contacts/export?format=csv&scope=all',
      '/api/contacts/export?format=csv&q={words}&scope=all',
      '/api/contacts/export?format=vcf&mine=true',
      '/api/contacts/recipients?q={words}&scope=all',
      '/api/contacts/recipients?scope=all',
    ],
    errors: ['/api/contacts/{id}/finns-inte'],
    edit: ['/api/contacts/{id}'],
  }),
  hides: [
    {
      method: 'POST',
      path: '/api/contacts',
      body: {
        title: 'Dold {words}',
        note: '{words} i Xylofonby',
        subjects: ['perpetrators', 'honour'],
        mailbox: '{words}@floor.example',
        municipalityCodes: ['2283'],
        visibility: 'own',
        holder: { naming: 'named', name: '{words} Ek' },
      },
      subject: contact,
    },
  ],
  hideable: [
    {
      kind: 'function',
      table: 'contact_function',
      deeds: [
        {
          method: 'POST',
          path: '/api/contacts',
          body: {
            title: 'Funktion {words}',
            note: 'Om {words} sedan.',
            subjects: ['honour'],
            mailbox: '{words}@floor.example',
            visibility: 'members',
          },
        },
        { method: 'PATCH', path: '/api/contacts/{id}', body: { note: 'Ändrat om {words}.' } },
      ],
    },
    {
      kind: 'report',
      table: 'contact_report',
      deeds: [
        { method: 'POST', path: '/api/contacts', body: { title: 'Funktion som ändras', visibility: 'members' } },
        { method: 'POST', path: '/api/contacts/{id}/reports', body: { what: ['other'], text: 'Här stod {words}.' } },
      ],
    },
    {
      kind: 'sending',
      table: 'contact_sending',
      needs: {
        post: `select f.id from contact_function f join organization o on o.id = f.organization_id
          where o.key = 'municipality:2283' and f.retired_on is null and f.visibility >= 2 and f.mailbox is not null and f.hidden_at is null limit 1`,
      },
      deeds: [
        {
          method: 'POST',
          path: '/api/contacts/sendings',
          body: {
            functionIds: ['{post}'],
            recipients: 1,
            replyTo: '{post}',
            subject: 'Om {words}',
            text: 'Hej! Det gäller {words}.',
          },
        },
      ],
    },
  ],
  signs: [
    { method: 'POST', path: '/api/contacts', body: { title: 'Öppen funktion', visibility: 'members' } },
    { method: 'PATCH', path: '/api/contacts/{id}', body: { title: 'Öppen funktion igen' } },
    { method: 'POST', path: '/api/contacts/{id}/reports', body: { what: ['phone'], text: 'Numret går inte fram.' } },
  ],
  keepsNames: [
    {
      method: 'POST',
      path: '/api/contacts',
      body: {
        title: 'Jourmottagning på golvet',
        visibility: 'members',
        subjects: ['counselling'],
        holder: { naming: 'function_only', name: '{name}' },
      },
    },
    {
      method: 'POST',
      path: '/api/contacts/{id}/holders',
      body: { naming: 'function_only', name: '{name}', deputy: true },
    },
    { method: 'PATCH', path: '/api/contacts/{id}', body: { phone: '0611-123 45' } },
  ],
};
