import { type AreaFloor, only } from '@samverkan/shared/floor';

export const floor: AreaFloor = {
  operations: {
    'GET /api/vocabularies': { entry: 'signed-in' },
  },
  tables: {
    vocabulary: { foreign: 'ctx_role() is null' },
    term: { foreign: 'ctx_role() is null' },
  },
  channels: only({ list: ['/api/vocabularies'] }),
  hides: [],
};
