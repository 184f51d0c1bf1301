export { confirmRoutes, contactsRoutes, handoverRoutes, refusalRoutes, welcomeRoutes } from './contacts.routes';
export { contactsWords } from './contacts-words';
export { partyFunctions } from './party-functions.lazy';
