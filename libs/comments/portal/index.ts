export { actionComments } from './action-comments.lazy';
export { commentsRoutes } from './comments.routes';
