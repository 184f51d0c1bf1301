export { coverageRoutes } from './coverage.routes';
