export { questionsRoutes } from './questions.routes';
