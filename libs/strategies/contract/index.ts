export {
  ChainLink,
  Goal,
  GoalChoices,
  GoalCounts,
  GoalKind,
  GoalRef,
  GoalService,
  Signatory,
  SignatoryCapacity,
  Strategy,
  StrategyKind,
  StrategyOverview,
  StrategyRef,
  StrategyStatus,
  StrategySummary,
  Verification,
  goalKinds,
  strategyKinds,
  strategyStatuses,
} from './strategy';
export {
  AdoptionInput,
  GoalChange,
  GoalInput,
  GoalLinks,
  GoalPlace,
  RepealInput,
  SignatoryChange,
  SignatoryInput,
  StrategyChange,
  StrategyDeed,
  StrategyDocumentQuery,
  StrategyInput,
} from './strategy-writing';
export {
  Follower,
  FollowerChoice,
  GoalWay,
  GoalWayInput,
  Succession,
  SuccessionKind,
  SuccessionLack,
  lackOf,
  successionKinds,
} from './succession';
export {
  Commitment,
  CommitmentChange,
  CommitmentDeed,
  CommitmentInput,
  CommitmentQuery,
  Commitments,
} from './commitment';
export { type GoalColumn, goalColumns, goalHeadings, recognisedGoalColumns } from './goal-columns';
export {
  GoalImportDone,
  GoalImportPreview,
  GoalImportQuery,
  GoalImportRow,
  GoalImportUndo,
  goalImportWords,
} from './goal-import';
export { StrategyHistory, StrategyHistoryEntry, StrategyHistoryQuery, historyKinds } from './strategy-history';
