export {
  ActionTasks,
  ActionTasksQuery,
  Task,
  TaskFunction,
  TaskInput,
  TaskPage,
  TaskParty,
  TasksQuery,
  taskOutcomes,
  taskStates,
} from './task';
