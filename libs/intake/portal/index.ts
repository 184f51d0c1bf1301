export { actionFormStart, actionMore } from './form-start.lazy';
export { intakeRoutes } from './intake.routes';
