export { GOAL_ACTIONS } from './goal-actions.token';
export { strategiesRoutes } from './strategies.routes';
