export { actionAssignments, goalAssignments } from './answered-assignments.lazy';
export { assignmentsRoutes } from './assignments.routes';
