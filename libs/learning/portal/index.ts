export { learningRoutes } from './learning.routes';
