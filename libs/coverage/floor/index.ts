import { type AreaFloor, only } from '@samverkan/shared/floor';
import { strategy } from '@samverkan/strategies/floor';

// Of these tables the rows are sums: what is asked is whether a sum is of actions that the reader may see, told anew for each row.
const readable = (a: string) => `(ctx_role() is not null and case when ${a}.organization_id is not null
    then ${a}.organization_id = ctx_org() and ctx_role() <> 'system_admin' and ${a}.level <= 2
  else ${a}.level = 4 or ctx_role() <> 'system_admin' and (${a}.level = 3
    or ${a}.county_codes && ctx_counties() and (ctx_role() like 'county%' and ${a}.level >= 1 or ctx_role() = 'coordinator' and ${a}.level = 2)) end)`;

const nothing = '01900000-0000-7000-8000-000000000000';

export const floor: AreaFloor = {
  operations: {
    'GET /api/coverage/{id}': { of: strategy },
    'GET /api/coverage/{id}/gaps': { of: strategy },
    'GET /api/coverage/{id}/export': { of: strategy },
    'GET /api/coverage/goals/{id}/series': { entry: 'signed-in', params: { id: nothing }, answers: 404 },
  },
  tables: {
    audience: { foreign: `${readable('audience')} is not true` },
    coverage: {
      foreign: `(select ${readable('a')} from audience a where a.id = audience_id) is not true`,
    },
  },
  channels: only({
    counters: [
      '/api/coverage/{id}',
      '/api/coverage/{id}?by=municipality&show=all',
      '/api/coverage/{id}/gaps',
      '/api/coverage/goals/{id}/series',
    ],
    export: ['/api/coverage/{id}/export?format=csv'],
    map: ['/api/coverage/{id}?by=municipality'],
  }),
  // Nothing is written here: what is hidden elsewhere is counted or not.
  hides: [],
};
