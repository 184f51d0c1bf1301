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
export { ActionOverview, ActionPage, ActionQuery, ActionsWaiting, actionSorts } from './action-query';
export {
  ActionHistory,
  ActionHistoryEntry,
  ActionUpdate,
  ActionUpdateInput,
  ActionUpdates,
  ProfessionCount,
} from './action-update';
export {
  ActionKind,
  ActionStatus,
  ActionVerb,
  Phase,
  Profession,
  TargetGroup,
  ViolenceForm,
  actionKinds,
  actionStatuses,
  actionVerbs,
  phases,
  professions,
  targetGroups,
  violenceForms,
} from './vocabulary';
