export { confirmRoutes, contactsRoutes, handoverRoutes, welcomeRoutes } from './contacts.routes';
export { contactsWords } from './contacts-words';
export { partyFunctions } from './party-functions.lazy';
