export { actionMethods, offerMethods } from './sections.lazy';
export { methodsRoutes } from './methods.routes';
