import { type AreaFloor, only } from '@samverkan/shared/floor';

const editors = ['county_staff', 'county_admin'] as const;
const county = { entry: editors, params: { county: '22', piece: 'about' } };
const nobody = '01900000-0000-7000-8000-000000000000';
const nothing = { ...county, answers: 404 } as const;
const texts = '/api/public-texts/{county}';

const data = [
  '/oppna-data',
  '/oppna-data/publikationer.json',
  '/oppna-data/strategier.json',
  '/oppna-data/dcat.rdf',
  '/oppna-data/publikationer.atom',
  '/oppna-data/utbildningar.atom',
  '/sitemap.xml',
];

export const floor: AreaFloor = {
  // The pages themselves are no operations: nobody is asked who she is.
  operations: {
    ...Object.fromEntries([...data, '/robots.txt'].map((path) => [`GET ${path}`, { entry: 'everyone' as const }])),
    [`GET ${texts}`]: county,
    [`GET ${texts}/{piece}/history`]: county,
    [`GET ${texts}/{piece}/preview`]: county,
    [`PUT ${texts}/{piece}/draft`]: { ...county, body: { sv: 'Prov av golvet' } },
    [`DELETE ${texts}/{piece}/draft`]: { ...nothing, params: { county: '22', piece: 'privacy' } },
    [`POST ${texts}/{piece}/publication`]: { ...nothing, params: { county: '22', piece: 'privacy' }, body: {} },
    [`POST ${texts}/{piece}/publication/undo`]: { ...nothing, params: { county: '22', piece: 'privacy' }, body: {} },
    [`POST ${texts}/{piece}/national`]: { ...county, body: {} },
    'GET /api/public-reports/{county}': { entry: editors, params: { county: '22' } },
    'POST /api/public-reports/{id}/answer': { entry: editors, params: { id: nobody }, answers: 404, body: {} },
    'POST /api/public-texts/drafts/{id}/restoration': {
      entry: editors,
      params: { id: nobody },
      answers: 404,
      body: {},
    },
    'POST /api/public-texts/versions/{id}/restoration': {
      entry: editors,
      params: { id: nobody },
      answers: 404,
      body: {},
    },
  },
  tables: {
    public_report: {
      foreign: `county_code <> all (coalesce(ctx_counties(), '{}')) or ctx_role() is null or ctx_role() not in ('county_staff', 'county_admin')`,
    },
    public_text: {
      open: 'What stands on a public page is for anybody, and what has stood there; that drafts and what is to come are their county’s is tried in the area’s own spec.',
      fixed: `county_code <> all (ctx_counties()) or ctx_role() is null or ctx_role() not in ('county_staff', 'county_admin')`,
    },
  },
  channels: only({
    list: [
      '/offentligt',
      '/offentligt/lan/vasternorrland/publikationer',
      '/offentligt/lan/vasternorrland',
      '/en/offentligt/lan/vasternorrland',
      '/offentligt/lan/vasternorrland/om',
      '/offentligt/tillganglighet',
      '/en/offentligt/lan/vasternorrland/personuppgifter',
      '/api/public-texts/22',
      '/api/public-reports/22',
    ],
    search: ['/offentligt/lan/vasternorrland/publikationer?q={words}'],
    export: ['/offentligt/publikationer/filer/{id}'],
    detail: ['/offentligt/publikationer/{id}', '/offentligt/strategier/{id}', '/en/offentligt/strategier/{id}'],
    calendar: [
      '/offentligt/kalender',
      '/offentligt/kalender.ics',
      '/en/offentligt/lan/vasternorrland/kalender',
      '/offentligt/lan/vasternorrland/kalender.ics',
    ],
    'open-data': [...data, '/oppna-data/publikationer.json?lan=22', '/offentligt/oppna-data'],
    history: ['/api/public-texts/22/about/history'],
    edit: ['/api/public-texts/22/about/preview'],
    errors: ['/offentligt/{id}', '/offentligt/lan/vasternorrland/tillganglighet/brist'],
  }),
  hides: [],
  hideable: [
    {
      kind: 'text',
      table: 'public_text',
      by: ['county_staff', 'county_board:22'],
      deeds: [
        { method: 'PUT', path: '/api/public-texts/22/about/draft', body: { sv: 'Om {words}.' } },
        { method: 'POST', path: '/api/public-texts/22/about/publication', body: {} },
      ],
    },
    {
      kind: 'report',
      table: 'public_report',
      reader: 'county_admin',
      // It comes by a form without an account: the floor writes it as that does.
      needs: { report: `select public_report_add('22', 'En fil', '{words}', null, 'sv') as id` },
      deeds: [],
      found: 'select id from public_report where problem = $1',
    },
  ],
};
