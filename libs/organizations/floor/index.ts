import { type AreaFloor, only } from '@samverkan/shared/floor';
import { everyParty } from './every-party';

export const floor: AreaFloor = {
  operations: {
    'GET /api/organizations': { entry: 'signed-in' },
    'GET /api/organizations/places': { entry: 'signed-in', query: '?county=22' },
    'GET /api/organizations/{id}': { of: everyParty },
  },
  tables: {
    organization: { open: 'The parties are known to all who work here.' },
    organization_name: { open: 'What a party has been called is public.' },
    organization_county: { open: 'Where a party works is public.' },
    organization_municipality: { open: 'Which municipalities a party serves is public.' },
  },
  channels: only({
    list: ['/api/organizations'],
    search: ['/api/organizations?q={words}'],
    map: ['/api/organizations/places?county=22'],
  }),
  hides: [],
};
