export {
  Action,
  ActionAllowed,
  ActionChange,
  ActionInput,
  ActionPartner,
  ActionSuggestion,
  ActionSummary,
  AudiencePreview,
  CancelInput,
  StatusInput,
  VisibilityInput,
} from './action';
export { Connection, Connections, Nudge, NudgeProposalInput } from './action-connection';
export {
  Cooperation,
  CooperationAnswerInput,
  CooperationDeed,
  CooperationInvitationInput,
  CooperationProposalInput,
  CooperationRole,
  CooperationState,
  CooperationSubject,
  Cooperations,
  cooperationKinds,
  cooperationRoles,
  cooperationStates,
} from './action-cooperation';
export {
  BulkDeed,
  BulkDone,
  BulkField,
  BulkInput,
  BulkPreview,
  BulkPreviewInput,
  BulkUndo,
  BulkUndoRow,
  bulkFields,
  mostInBulk,
} from './action-bulk';
export { ActionExportQuery, ActionFileFormat, actionFileFormats } from './action-export';
export {
  ActionNeighbour,
  ActionNeighbours,
  ActionNeighboursQuery,
  actionLikenesses,
  mostNeighbours,
} from './action-neighbours';
export {
  ActionOverview,
  ActionPage,
  ActionQuery,
  ActionsWaiting,
  actionFilters,
  actionSorts,
  staleAfterDays,
  waitingReasons,
} from './action-query';
export {
  ActionHistory,
  ActionHistoryEntry,
  ActionUpdate,
  ActionUpdateInput,
  ActionUpdateWritten,
  ActionUpdates,
  ActionUpdatesQuery,
  ProfessionCount,
  linesAtATime,
  mostLines,
} from './action-update';
export {
  ActionBoard,
  ActionBoardQuery,
  ActionFilter,
  ActionSpread,
  ActionSpreadQuery,
  boardStep,
} from './action-views';
export {
  ActionView,
  SavedChoice,
  SavedFilter,
  SavedFilterChange,
  SavedFilterDeed,
  SavedFilterInput,
  SavedFilters,
  actionViews,
  mostSavedFilters,
} from './saved-filter';
export { ActionStatus, ActionVerb, actionStatuses, actionVerbs } from './vocabulary';
