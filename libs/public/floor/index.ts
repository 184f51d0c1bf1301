import { type AreaFloor, only } from '@samverkan/shared/floor';

export const floor: AreaFloor = {
  // Pages, not operations: nobody is asked who she is.
  operations: {},
  tables: {},
  channels: only({
    list: ['/offentligt', '/offentligt/lan/vasternorrland', '/en/offentligt/lan/vasternorrland'],
    detail: ['/offentligt/strategier/{id}', '/en/offentligt/strategier/{id}'],
    errors: ['/offentligt/{id}'],
  }),
  hides: [],
};
