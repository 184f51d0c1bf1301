import { type AreaFloor, only } from '@samverkan/shared/floor';
import { edits, publication, publicationFile } from './publication';

const one = '/api/publications/{id}';
const file = '/api/publication-files/{id}';
const keepers = ['county_staff', 'county_admin'] as const;
const kept = { of: publication, entry: keepers, may: edits };
const filed = { of: publicationFile, entry: keepers, may: edits };
const nobody = '01900000-0000-7000-8000-000000000000';

export const floor: AreaFloor = {
  operations: {
    'GET /api/publications': { lists: publication, query: '?q={words}&size=50' },
    'GET /api/publications/facets': { entry: 'signed-in' },
    'GET /api/publications/export': { entry: 'signed-in', query: '?format=csv' },
    'POST /api/publications': { entry: keepers, body: { title: 'Prov av golvet', type: 'report' } },
    'GET /api/publications/selection/{county}': { entry: 'signed-in', params: { county: '22' } },
    'PUT /api/publications/selection/{county}': {
      entry: keepers,
      params: { county: '22' },
      body: { publicationIds: [] },
    },
    [`GET ${one}`]: { of: publication },
    [`PATCH ${one}`]: { ...kept, body: { title: 'Ett annat namn' } },
    [`DELETE ${one}`]: { entry: keepers, params: { id: nobody }, answers: 404 },
    [`POST ${one}/restoration`]: { entry: keepers, params: { id: nobody }, answers: 404, body: {} },
    [`GET ${one}/history`]: { of: publication },
    [`POST ${one}/publication`]: { entry: keepers, params: { id: nobody }, answers: 404, body: {} },
    [`POST ${one}/publication/undo`]: { entry: keepers, params: { id: nobody }, answers: 404, body: {} },
    [`POST ${one}/withdrawal`]: {
      entry: keepers,
      params: { id: nobody },
      answers: 404,
      body: { motive: 'Prov av golvet' },
    },
    [`PUT ${one}/visibility`]: { ...kept, body: { visibility: 'own' } },
    [`POST ${one}/owning/seen`]: { ...kept, body: {} },
    [`POST ${one}/leave`]: { entry: keepers, params: { id: nobody }, answers: 404, body: {} },
    [`POST ${one}/leave/undo`]: { entry: keepers, params: { id: nobody }, answers: 404, body: {} },
    [`POST ${one}/review`]: { ...kept, body: { reviewOn: '2099-01-01' } },
    [`GET ${one}/format-requests`]: { of: publication },
    [`POST ${one}/format-requests`]: { of: publication, body: { format: 'audio' } },
    'POST /api/format-requests/{id}/answer': { entry: keepers, params: { id: nobody }, answers: 404, body: {} },
    [`POST ${one}/files`]: { ...kept, query: '?name=prov.pdf' },
    [`PUT ${file}`]: { ...filed, body: { language: 'sv', accessibility: 'accessible' } },
    [`GET ${file}/file`]: { of: publicationFile },
    [`POST ${file}/removal`]: { ...filed, body: {} },
    [`POST ${file}/restoration`]: { ...filed, body: {} },
  },
  tables: {
    publication: { of: publication, key: 'id', changes: edits },
    publication_link: { of: publication, key: 'publication_id', changes: edits },
    publication_file: { of: publicationFile, key: 'id', changes: edits },
    publication_owning: {
      foreign:
        'organization_id is distinct from ctx_org() and not exists (select from publication p where p.id = publication_id and ctx_org() = any (p.owner_ids))',
    },
    publication_page: { foreign: 'true' },
    publication_text: { foreign: 'true' },
    publication_request: {
      foreign:
        'organization_id is distinct from ctx_org() and not exists (select from publication p where p.id = publication_id and ctx_org() = any (p.owner_ids))',
      fixed: 'not exists (select from publication p where p.id = publication_id and ctx_org() = any (p.owner_ids))',
    },
    publication_selection: {
      open: 'What a county shows first is public as far as the publication is.',
      fixed: `county_code <> all (ctx_counties()) or ctx_role() is null or ctx_role() not in ('county_staff', 'county_admin')`,
    },
  },
  channels: only({
    list: [
      '/api/publications',
      '/api/publications/selection/22',
      '/api/publications?mine=true',
      '/api/publications?named=true',
    ],
    detail: [one],
    search: ['/api/publications?q={words}', '/api/publications?q={words}&sort=title'],
    autocomplete: ['/api/publications?q={words}&size=8'],
    counters: ['/api/publications/facets', '/api/publications?size=1'],
    export: [
      '/api/publications/export?format=csv&q={words}',
      '/api/publications/export?format=json&q={words}',
      `${file}/file`,
    ],
    related: [`${one}/format-requests`],
    history: [`${one}/history`],
    errors: [`${one}/finns-inte`],
    edit: [one],
  }),
  // Only county boards publish; that drafts are hidden from others is tried in the area's own spec.
  hides: [],
  hideable: [
    {
      kind: 'publication',
      table: 'publication',
      by: ['county_staff', 'county_board:22'],
      deeds: [
        {
          method: 'POST',
          path: '/api/publications',
          body: { title: 'Rapport om {words}', type: 'report', summary: 'Om {words}.', visibility: 'members' },
        },
        { method: 'POST', path: '/api/publications/{id}/publication', body: {} },
      ],
    },
    {
      kind: 'file',
      table: 'publication_file',
      by: ['county_staff', 'county_board:22'],
      deeds: [
        {
          method: 'POST',
          path: '/api/publications',
          body: { title: 'Rapport med fil', type: 'report', visibility: 'members' },
        },
        { method: 'POST', path: '/api/publications/{id}/publication', body: {} },
      ],
      // A file is bytes, which a deed cannot send: it is added here.
      found: `with made as (insert into publication_file (publication_id, title, organization_id)
        select p.id, $1 || '.pdf', p.organization_id from publication p where p.title = 'Rapport med fil' returning id) select id from made`,
    },
  ],
};

export { publication } from './publication';
