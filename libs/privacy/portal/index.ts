export { auditRoutes } from './privacy.routes';
