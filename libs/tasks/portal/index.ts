export { actionTasks } from './action-tasks.lazy';
export { tasksRoutes } from './tasks.routes';
