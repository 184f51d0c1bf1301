import { type AreaFloor, only } from '@samverkan/shared/floor';
import { everyParty, keeps, keepsRegistered, merges, registered } from './every-party';

const nobody = '01900000-0000-7000-8000-000000000000';
const administrators = ['county_admin', 'system_admin'] as const;
const one = '/api/organizations/{id}';

/** SQL that is true where the actor keeps the party with that id. */
const kept = (id: string) => `(
  (ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')
    and exists (select from organization k where k.id = ${id} and (k.id = ctx_org() or k.registrar_id = ctx_org())))
  or (ctx_role() in ('county_staff', 'county_admin')
    and exists (select from organization_county k where k.organization_id = ${id} and k.county_code = any (ctx_counties())))
  or (ctx_role() = 'system_admin' and not exists (select from organization_county k where k.organization_id = ${id})))`;
const keptOnly = (open: string, id: string) => ({ open, fixed: `not ${kept(id)}` });

export const floor: AreaFloor = {
  operations: {
    'GET /api/organizations': { entry: 'signed-in' },
    'GET /api/organizations/places': { entry: 'signed-in', query: '?county=22' },
    'GET /api/organizations/export': { entry: 'signed-in', query: '?format=csv' },
    'GET /api/organizations/registration': { entry: 'signed-in' },
    'GET /api/organizations/duplicates': { entry: 'signed-in', query: '?name=Kvinnojouren' },
    'POST /api/organizations': {
      entry: ['municipal', 'regional', 'county_staff', 'county_admin', 'system_admin'],
      body: { name: 'Golvets förening', kind: 'civil_society' },
    },
    [`GET ${one}`]: { of: everyParty, also: { query: '?asOf=2019-01-01', may: everyParty.sees } },
    [`PUT ${one}/presence`]: { of: everyParty, may: keeps, body: { field: 'title' } },
    [`DELETE ${one}/presence`]: { of: everyParty, may: keeps },
    [`PATCH ${one}`]: { of: everyParty, may: keeps, body: { abbreviation: 'Golv' } },
    [`DELETE ${one}`]: { of: registered, may: keepsRegistered },
    [`POST ${one}/restoration`]: { entry: 'signed-in', params: { id: nobody }, answers: 404, body: {} },
    [`GET ${one}/history`]: { of: everyParty },
    [`POST ${one}/checks`]: { of: everyParty, may: keeps, body: { facts: ['website'], checked: true } },
    [`POST ${one}/undo`]: { of: everyParty, may: keeps, body: {} },
    [`GET ${one}/merges/{intoId}`]: { of: registered, entry: administrators, may: merges },
    [`POST ${one}/merges`]: { of: registered, entry: administrators, may: merges, body: { intoId: nobody } },
    [`POST ${one}/merges/undo`]: { of: registered, entry: administrators, may: merges, body: {} },
  },
  tables: {
    organization: keptOnly('The parties are known to all who work here.', 'organization.id'),
    organization_name: keptOnly('What a party has been called is public.', 'organization_name.organization_id'),
    organization_county: keptOnly('Where a party works is public.', 'organization_county.organization_id'),
    organization_municipality: keptOnly(
      'Which municipalities a party serves is public.',
      'organization_municipality.organization_id',
    ),
    organization_past: { foreign: 'false', fixed: `not ${kept('organization_past.organization_id')}` },
    organization_merge: {
      foreign: `not (ctx_role() = 'county_admin' and exists (
          select from organization_county k where k.organization_id = organization_merge.from_id and k.county_code = any (ctx_counties()))
        or ctx_role() = 'system_admin' and not exists (select from organization_county k where k.organization_id = organization_merge.from_id))`,
    },
    organization_withdrawn: {
      foreign: `not (organization_id = ctx_org() or content->'party'->>'registrar_id' is not distinct from ctx_org()::text) or ctx_role() not in ('coordinator', 'partner', 'county_staff', 'county_admin', 'system_admin')`,
    },
    // Read and written by whoever cleans it, and only while she does.
    organization_hidden_text: { foreign: 'true' },
  },
  channels: only({
    list: ['/api/organizations', '/api/organizations?asOf=2019-01-01', '/api/organizations/registration'],
    detail: [one],
    search: ['/api/organizations?q={words}'],
    map: ['/api/organizations/places?county=22'],
    history: [`${one}/history`],
    export: ['/api/organizations/export?format=csv', '/api/organizations/export?format=csv&q={words}'],
    duplicates: ['/api/organizations/duplicates?name={words}%20prov'],
  }),
  // Every party is open to all who are signed in. Should a party ever be hidden, the duplicate hint is among its channels already.
  hides: [],
  hideable: [
    {
      kind: 'organization',
      table: 'organization_hidden_text',
      deeds: [
        {
          method: 'POST',
          path: '/api/organizations',
          body: { name: 'Föreningen som beskrivs', kind: 'civil_society', countyCodes: ['22'] },
        },
        { method: 'PATCH', path: one, body: { description: 'Om {words} och mer.' } },
      ],
    },
  ],
  signs: [
    {
      method: 'POST',
      path: '/api/organizations',
      body: { name: 'Föreningen {words}', kind: 'civil_society', countyCodes: ['22'] },
    },
    { method: 'PATCH', path: one, body: { description: 'Om föreningen' } },
  ],
};
