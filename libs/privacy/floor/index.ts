import { administers, administrators, membership } from '@samverkan/identity/floor';
import { type AreaFloor, only } from '@samverkan/shared/floor';
import { erasure } from './erasure';

const nobody = '01900000-0000-7000-8000-000000000000';

/** SQL that is true where the actor administers the organisation. */
const administered = (organization: string) =>
  `(ctx_role() = 'system_admin' or ctx_role() = 'county_admin' and exists (
     select from organization_county c where c.organization_id = ${organization} and c.county_code = any (ctx_counties())))`;
const above = `m.role in ('system_admin', 'national_reader') and ctx_role() <> 'system_admin'`;
const notAdministrator = `ctx_role() is null or ctx_role() not in ('county_admin', 'system_admin')`;

const overAccount = { of: membership, entry: administrators, may: administers };

export const floor: AreaFloor = {
  operations: {
    'GET /api/audit': { entry: administrators },
    'GET /api/audit/choices': { entry: administrators },
    'GET /api/audit/checks': { entry: administrators },
    'POST /api/audit/checks': { entry: administrators },
    'GET /api/audit/export': { entry: administrators },
    'GET /api/extract': { entry: 'signed-in' },
    'GET /api/memberships/{id}/extract': overAccount,
    'GET /api/erasures': { entry: 'signed-in' },
    'POST /api/erasures': { entry: 'signed-in', body: {} },
    'POST /api/memberships/{id}/erasure': { ...overAccount, body: {} },
    // Only she herself takes it back.
    'DELETE /api/erasures/{id}': { of: erasure, may: () => null },
    'POST /api/erasures/{id}/decision': {
      of: erasure,
      entry: administrators,
      may: administers,
      body: { decision: 'refuse', ground: 'public-record' },
    },
    'GET /api/retention': { entry: administrators },
    'GET /api/retention/{key}': { entry: administrators, params: { key: 'drafts' } },
  },
  tables: {
    erasure_request: {
      foreign: `user_id is distinct from ctx_user() and not exists (
        select 1 from membership m where m.user_id = erasure_request.user_id and ${administered('m.organization_id')})`,
      fixed: `user_id is distinct from ctx_user() and not exists (
        select 1 from membership m where m.user_id = erasure_request.user_id and ${administered('m.organization_id')} and not (${above}))`,
    },
    retention_run: { foreign: notAdministrator },
    retention_count: { foreign: notAdministrator },
  },
  channels: only({
    list: [
      '/api/audit?size=100',
      '/api/audit/choices',
      '/api/audit/checks',
      '/api/erasures',
      '/api/retention',
      '/api/retention/drafts',
    ],
    detail: ['/api/extract'],
    search: [`/api/audit?object=${nobody}`],
    export: ['/api/audit/export'],
  }),
  // The audit names who did what on which object, to those who administer: that is what it is for. Her own deeds are counted for herself.
  registers: {
    '/api/audit?size=100': administrators,
    '/api/audit/choices': administrators,
    [`/api/audit?object=${nobody}`]: administrators,
    '/api/audit/export': administrators,
    // How many sessions end tonight is counted, whoever's they are.
    '/api/retention': administrators,
    '/api/extract': [
      'partner',
      'municipal',
      'regional',
      'county_staff',
      'county_admin',
      'national_reader',
      'system_admin',
    ],
  },
  hides: [],
};
