import { type AreaFloor, only } from '@samverkan/shared/floor';
import { account } from './account';
import { administers, administrators, invitation, membership } from './membership';
import { apiToken, revokesTokens } from './token';

const nobody = '01900000-0000-7000-8000-000000000000';

/** SQL that is true where the actor administers the organisation. */
const administered = (organization: string) =>
  `(ctx_role() = 'system_admin' or ctx_role() = 'county_admin' and exists (
     select from organization_county c where c.organization_id = ${organization} and c.county_code = any (ctx_counties())))`;
const above = (role: string) => `(${role} in ('system_admin', 'national_reader') and ctx_role() <> 'system_admin')`;

const overPeople = { of: membership, entry: administrators, may: administers };
const overInvitations = { of: invitation, entry: administrators };

export const floor: AreaFloor = {
  operations: {
    ...account,
    'GET /api/people': { lists: membership, query: '?q={words}&size=50' },
    'POST /api/memberships/{id}/attestation': overPeople,
    'POST /api/memberships/{id}/account-closing': overPeople,
    'POST /api/memberships/{id}/account-opening': overPeople,
    'POST /api/memberships/{id}/end': { ...overPeople, body: { lastDay: '2026-01-01' } },
    'GET /api/invitations': { lists: invitation, query: '' },
    'GET /api/invitations/choices': { entry: administrators },
    'POST /api/invitations': {
      entry: administrators,
      body: { email: 'ny@floor.example', organizationId: nobody, role: 'partner', title: 'Prov' },
    },
    'POST /api/invitations/{id}/letters': overInvitations,
    'DELETE /api/invitations/{id}': overInvitations,
    'GET /api/tokens': { entry: 'signed-in' },
    'GET /api/tokens/addresses': { entry: 'signed-in' },
    'POST /api/tokens': {
      entry: administrators,
      body: { organizationId: nobody, name: 'Prov', scopes: ['actions.read'], lastDay: '2026-12-01' },
    },
    'POST /api/tokens/{id}/revocation': { of: apiToken, entry: administrators, may: revokesTokens },
  },
  tables: {
    app_user: {
      foreign: `id is distinct from ctx_user() and not exists (select 1 from membership m where m.user_id = app_user.id
        and (m.organization_id = ctx_org() or ${administered('m.organization_id')}))
        and not exists (select 1 from api_token t where t.id = app_user.id and (t.organization_id = ctx_org() or ${administered('t.organization_id')}))`,
      fixed: `not exists (select 1 from membership m where m.user_id = app_user.id and ${administered('m.organization_id')} and not ${above('m.role')})`,
    },
    api_token: {
      foreign: `organization_id is distinct from ctx_org() and not ${administered('api_token.organization_id')}`,
      fixed: `not ${administered('api_token.organization_id')}`,
    },
    // Read by whoever cleans it, and only while she does.
    api_token_hidden_name: { foreign: 'true' },
    membership: {
      foreign: `user_id is distinct from ctx_user() and organization_id is distinct from ctx_org() and not ${administered('membership.organization_id')}`,
      fixed: `(not ${administered('membership.organization_id')} or ${above('role')})`,
    },
    invitation: { foreign: `(not ${administered('invitation.organization_id')} or ${above('role')})` },
  },
  channels: only({
    nested: ['/api/session', '/api/account'],
    list: [
      '/api/session/options',
      '/api/people',
      '/api/invitations',
      '/api/invitations/choices',
      '/api/tokens',
      '/api/tokens/addresses',
    ],
    search: ['/api/people?q={words}'],
  }),
  registers: { '/api/people': administrators, '/api/people?q={words}': administrators },
  hides: [],
  hideable: [
    {
      kind: 'token',
      table: 'api_token_hidden_name',
      by: ['county_admin', 'county_board:22'],
      needs: {
        party: `select id from organization where key = 'municipality:2283'`,
        day: `select (today() + 30)::text as id`,
      },
      deeds: [
        {
          method: 'POST',
          path: '/api/tokens',
          body: { organizationId: '{party}', name: 'Nyckel {words}', scopes: ['actions.read'], lastDay: '{day}' },
        },
      ],
      found: `select id from api_token where name like '%' || $1 || '%'`,
    },
  ],
};
export { administers, administrators, membership };
