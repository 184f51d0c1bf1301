export { consultationsRoutes } from './consultations.routes';
