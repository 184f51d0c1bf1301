export { learningRoutes } from './learning.routes';
export { OFFER_SECTIONS } from './offer-sections.token';
