export { publicationsRoutes } from './publications.routes';
