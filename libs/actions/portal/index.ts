export { ACTION_ASIDE } from './action-aside.token';
export { actionsRoutes } from './actions.routes';
export { actionsWords } from './actions-words';
export { actionsOverview, actionsWaiting } from './actions.data';
export { goalActions } from './goal-actions.lazy';
