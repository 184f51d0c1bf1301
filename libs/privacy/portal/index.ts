export { auditRoutes, erasureRoutes, extractRoutes, myDataRoutes, retentionRoutes } from './privacy.routes';
