export { GOAL_ACTIONS } from './goal-actions.token';
export { commitmentsRoutes, strategiesRoutes } from './strategies.routes';
