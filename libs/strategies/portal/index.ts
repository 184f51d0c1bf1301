export { GOAL_ACTIONS } from './goal-actions.token';
export { GOAL_ASIDE } from './goal-aside.token';
export { GOAL_BELOW } from './goal-below.token';
export { GOAL_ASSESSMENTS, GOAL_LATEST } from './goal-words.token';
export { commitmentsRoutes, strategiesRoutes } from './strategies.routes';
