import { type AreaFloor, only } from '@samverkan/shared/floor';

export const floor: AreaFloor = {
  // Pages, not operations: nobody is asked who she is.
  operations: {},
  tables: {},
  channels: only({
    list: [
      '/offentligt',
      '/offentligt/lan/vasternorrland/publikationer',
      '/offentligt/lan/vasternorrland',
      '/en/offentligt/lan/vasternorrland',
    ],
    search: ['/offentligt/lan/vasternorrland/publikationer?q={words}'],
    export: ['/offentligt/publikationer/filer/{id}'],
    detail: ['/offentligt/publikationer/{id}', '/offentligt/strategier/{id}', '/en/offentligt/strategier/{id}'],
    errors: ['/offentligt/{id}'],
  }),
  hides: [],
};
