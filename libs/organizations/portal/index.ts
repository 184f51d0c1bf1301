export { organizationsRoutes } from './organizations.routes';
export { organizationsWords } from './organizations.words';
export { PARTY_FUNCTIONS } from './party-functions.token';
