export { learningRoutes } from './learning.routes';
export { publicationOffers } from './sections.lazy';
export { OFFER_SECTIONS } from './offer-sections.token';
