export {
  Assignment,
  AssignmentAction,
  AssignmentGoal,
  AssignmentHistory,
  AssignmentHistoryEntry,
  AssignmentReport,
  AssignmentStatus,
  AssignmentSummary,
  AssignmentVerb,
  ReportKind,
  assignmentStatuses,
  assignmentVerbs,
  reportKinds,
} from './assignment';
export { AssignmentExportQuery, AssignmentPage, AssignmentQuery, assignmentSorts } from './assignment-query';
export {
  AssignmentChange,
  AssignmentDeed,
  AssignmentInput,
  AssignmentVisibility,
  ReportDone,
  ReportInput,
} from './assignment-writing';
