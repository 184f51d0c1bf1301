export { coverageRoutes } from './coverage.routes';
export { goalSeries } from './goal-series.lazy';
