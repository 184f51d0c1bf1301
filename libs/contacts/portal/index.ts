export { confirmRoutes, contactsRoutes } from './contacts.routes';
export { contactsWords } from './contacts-words';
export { partyFunctions } from './party-functions.lazy';
