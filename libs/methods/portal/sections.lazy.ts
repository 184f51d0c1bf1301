/** Fetched with the first action, or the first training, that is opened. */
export const actionMethods = () => import('./action-methods').then((section) => section.ActionMethodsSection);
export const offerMethods = () => import('./offer-methods').then((section) => section.OfferMethodsSection);
