import { type AreaFloor, only } from '@samverkan/shared/floor';

export const floor: AreaFloor = {
  operations: { 'GET /api/counties': { entry: 'signed-in' } },
  tables: {
    county: { open: 'The counties are known to all.' },
    municipality: { open: 'The municipalities are known to all.' },
  },
  channels: only({ list: ['/api/counties'] }),
  hides: [],
};
