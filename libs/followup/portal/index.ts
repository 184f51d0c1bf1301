export { goalAssessments, latestAssessment } from './assessments.lazy';
export { assessmentsRoutes } from './assessments.routes';
