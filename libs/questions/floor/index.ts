import { type AreaFloor, only } from '@samverkan/shared/floor';
import { answers, asks, bundle, faq, handles, joins, judges, keepsBundle, keepsFaq, question, shows } from './question';

const one = '/api/questions/{id}';
const bundled = '/api/question-bundles/{id}';
const known = '/api/faq/{id}';
const writes = ['partner', 'municipal', 'regional', 'county_staff', 'county_admin'] as const;
const staff = ['county_staff', 'county_admin'] as const;
const reason = { reason: 'Prov av golvet' };
const day = { text: 'Prov av golvet', receivedOn: '2026-11-01' };
const nobody = '01900000-0000-7000-8000-000000000000';
const address = { recipientId: nobody, sentOn: '2026-11-02' };
const deed = (may: typeof asks, body: object, entry: typeof writes | typeof staff = writes) => ({
  of: question,
  entry,
  may,
  body,
});
const kept = (body: object) => ({ of: bundle, entry: staff, may: keepsBundle, body });
const keptFaq = (body: object) => ({ of: faq, entry: staff, may: keepsFaq, body });

/** A question of the municipality that writes what is to be hidden. */
const asked = `insert into question (organization_id, county_codes, title, subject)
  select id, '{22}', 'En fråga från Sollefteå', 'other' from organization where key = 'municipality:2283' returning id`;

export const floor: AreaFloor = {
  operations: {
    'GET /api/questions': { lists: question, query: '?q={words}&size=50' },
    'GET /api/questions/export': { lists: question, query: '?format=json&q={words}' },
    'GET /api/questions/similar': { entry: 'signed-in', query: '?q=boende' },
    'GET /api/questions/lines': { entry: 'signed-in' },
    'GET /api/questions/statistics': { entry: ['municipal', 'regional', ...staff, 'national_reader'] },
    'GET /api/questions/statistics/export': { entry: ['municipal', 'regional', ...staff, 'national_reader'] },
    'POST /api/questions': { entry: writes, body: { title: 'Prov av golvet', subject: 'other' } },
    [`GET ${one}`]: { of: question },
    [`PATCH ${one}`]: deed(asks, { title: 'En annan fråga' }),
    [`GET ${one}/history`]: { of: question },
    [`PUT ${one}/visibility`]: deed(shows, { visibility: 'participants' }),
    [`POST ${one}/take`]: deed(handles, {}, staff),
    [`POST ${one}/reject`]: deed(handles, reason, staff),
    [`POST ${one}/end`]: deed(asks, reason),
    [`POST ${one}/unanswered`]: deed(handles, reason, staff),
    [`POST ${one}/undo`]: deed(asks, {}),
    [`POST ${one}/answer`]: deed(handles, day, staff),
    [`POST ${one}/verdict`]: deed(judges, { answers: true }),
    [`POST ${one}/joins`]: deed(joins, {}),
    [`DELETE ${one}/joins`]: { of: question, entry: writes, may: joins },
    'GET /api/question-bundles': { lists: bundle, query: '?q={words}&size=50' },
    'POST /api/question-bundles': {
      entry: staff,
      body: { title: 'Prov av golvet', wording: 'Prov av golvet', questionIds: [nobody] },
    },
    [`GET ${bundled}`]: { of: bundle },
    [`PATCH ${bundled}`]: kept({ title: 'Ett annat namn' }),
    [`DELETE ${bundled}`]: { of: bundle, entry: staff, may: keepsBundle },
    [`GET ${bundled}/history`]: { of: bundle },
    [`GET ${bundled}/letter`]: { of: bundle },
    [`POST ${bundled}/send`]: kept(address),
    [`POST ${bundled}/readdress`]: kept({ ...address, notOursOn: '2026-11-01' }),
    [`PUT ${bundled}/days`]: kept({ diarienummer: '1' }),
    [`POST ${bundled}/replies`]: { of: bundle, may: answers, body: day },
    [`POST ${bundled}/end`]: kept(reason),
    'GET /api/faq': { lists: faq, query: '?q={words}&size=50' },
    'POST /api/faq': { entry: staff, body: { title: 'Prov av golvet', answer: 'Prov', subject: 'other' } },
    [`GET ${known}`]: { of: faq },
    [`PATCH ${known}`]: keptFaq({ title: 'En annan fråga' }),
    [`GET ${known}/history`]: { of: faq },
    [`POST ${known}/publish`]: keptFaq({ checked: true, visibility: 'county' }),
    [`POST ${known}/withdraw`]: keptFaq({}),
  },
  tables: {
    question: { of: question, key: 'id', changes: asks },
    question_join: {
      foreign: `not exists (select from question q where q.id = question_id and (q.visibility = 2 or question_join.organization_id = ctx_org()
        or ctx_role() in ('county_staff', 'county_admin') and q.county_codes && ctx_counties()))`,
      fixed: 'true',
    },
    question_bundle: { of: bundle, key: 'id', changes: keepsBundle },
    question_bundle_item: {
      foreign: `not exists (select from question_bundle b where b.id = bundle_id) or not exists (select from question q where q.id = question_id)`,
      fixed: `not exists (select from question_bundle b where b.id = bundle_id and b.board_id = ctx_org() and ctx_role() in ('county_staff', 'county_admin'))`,
    },
    // Where a question lies now is told to whoever sees the question.
    question_address: {
      foreign: `not exists (select from question_bundle b where b.id = bundle_id)
        and not exists (select from question q where q.bundle_id = question_address.bundle_id)`,
      fixed: `not exists (select from question_bundle b where b.id = bundle_id and b.board_id = ctx_org() and ctx_role() in ('county_staff', 'county_admin'))`,
    },
    question_reply: {
      foreign: `not exists (select from question_bundle b where b.id = bundle_id) and not exists (select from question q where q.id = question_id)
        and not exists (select from question_told t where t.reply_id = question_reply.id)`,
      fixed: 'true',
    },
    question_told: {
      foreign: `not exists (select from question q where q.id = question_id and (question_told.organization_id = ctx_org()
        or ctx_role() in ('county_staff', 'county_admin') and q.county_codes && ctx_counties()))`,
      fixed: 'true',
    },
    faq: { of: faq, key: 'id', changes: keepsFaq },
  },
  channels: only({
    list: [
      '/api/questions',
      '/api/questions?mine=true',
      '/api/questions?untaken=true',
      '/api/questions/lines',
      '/api/question-bundles',
      '/api/faq',
    ],
    detail: [one, bundled, known],
    search: ['/api/questions?q={words}', '/api/question-bundles?q={words}', '/api/faq?q={words}'],
    duplicates: ['/api/questions/similar?q={words}'],
    counters: ['/api/questions?size=1', '/api/questions/statistics'],
    export: [
      '/api/questions/export?format=csv&q={words}',
      '/api/questions/export?format=json',
      '/api/questions/statistics/export?format=csv',
      `${bundled}/letter`,
    ],
    history: [`${one}/history`, `${bundled}/history`, `${known}/history`],
    calendar: ['/api/calendar?area=questions'],
    errors: [`${one}/finns-inte`],
    edit: [one, bundled, known],
  }),
  // A county board always sees what is asked of it: tried in the area's own spec.
  hides: [],
  hideable: [
    {
      kind: 'question',
      table: 'question',
      deeds: [
        {
          method: 'POST',
          path: '/api/questions',
          body: { title: 'En fråga om {words}', subject: 'other', visibility: 'county' },
        },
        { method: 'PATCH', path: '/api/questions/{id}', body: { text: 'Det började med {words}.' } },
      ],
    },
    {
      kind: 'bundle',
      table: 'question_bundle',
      by: ['county_staff', 'county_board:22'],
      needs: { q: asked, us: `select id from organization where key = 'national:skolverket'` },
      deeds: [
        {
          method: 'POST',
          path: '/api/question-bundles',
          body: { title: 'Gemensamt om {words}', wording: 'Vad gäller för {words}?', questionIds: ['{q}'] },
        },
        { method: 'PATCH', path: '/api/question-bundles/{id}', body: { wording: 'Vad gäller då för {words}?' } },
        {
          method: 'POST',
          path: '/api/question-bundles/{id}/send',
          body: { recipientId: '{us}', sentOn: '2026-11-01' },
        },
      ],
    },
    {
      kind: 'reply',
      table: 'question_reply',
      by: ['county_staff', 'county_board:22'],
      needs: { q: asked },
      deeds: [
        {
          method: 'POST',
          path: '/api/questions/{q}/answer',
          body: { text: 'Svaret gäller {words}.', receivedOn: '2026-11-01' },
        },
      ],
      found: `select id from question_reply where position($1 in text) > 0`,
    },
    {
      kind: 'faq',
      table: 'faq',
      by: ['county_staff', 'county_board:22'],
      deeds: [
        {
          method: 'POST',
          path: '/api/faq',
          body: { title: 'Vad gäller för {words}?', answer: 'Det här gäller.', subject: 'other' },
        },
        { method: 'PATCH', path: '/api/faq/{id}', body: { answer: 'Det här gäller för {words}.' } },
        { method: 'POST', path: '/api/faq/{id}/publish', body: { checked: true, visibility: 'members' } },
      ],
    },
  ],
};
