import { type AreaFloor, type Principal, only } from '@samverkan/shared/floor';

const nobody = '01900000-0000-7000-8000-000000000000';

/** The audit is read by those who administer, and each sees her own part of it. */
const administrators: readonly Principal[] = ['county_admin', 'system_admin'];

export const floor: AreaFloor = {
  operations: {
    'GET /api/audit': { entry: administrators },
    'GET /api/audit/choices': { entry: administrators },
    'GET /api/audit/checks': { entry: administrators },
    'POST /api/audit/checks': { entry: administrators },
    'GET /api/audit/export': { entry: administrators },
  },
  tables: {},
  channels: only({
    list: ['/api/audit?size=100', '/api/audit/choices', '/api/audit/checks'],
    search: [`/api/audit?object=${nobody}`],
    export: ['/api/audit/export'],
  }),
  // The audit names who did what on which object, to those who administer: that is what it is for.
  registers: {
    '/api/audit?size=100': administrators,
    '/api/audit/choices': administrators,
    [`/api/audit?object=${nobody}`]: administrators,
    '/api/audit/export': administrators,
  },
  hides: [],
};
