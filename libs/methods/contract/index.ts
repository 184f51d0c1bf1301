export { ActionMethod, ActionMethodInput, ActionMethods, MethodActions } from './action-method';
export {
  EvidenceState,
  Method,
  MethodHistory,
  MethodHistoryEntry,
  MethodOffer,
  MethodRef,
  MethodStatus,
  MethodSummary,
  OfferMethods,
  evidenceStates,
  methodStatuses,
} from './method';
export { MethodExportQuery, MethodPage, MethodQuery, methodFormats, methodSorts } from './method-query';
export { MethodTrained, TrainedCell, TrainedSource } from './method-trained';
export {
  MethodUse,
  MethodUseInput,
  MethodUses,
  OwnTrained,
  TrainedEntry,
  TrainingValidity,
  trainingValidities,
} from './method-use';
export { MethodWarning, MethodWarningKind, warningKinds } from './method-warning';
export {
  MethodChange,
  MethodDeed,
  MethodInput,
  MethodRetirement,
  MethodReview,
  MethodShown,
  MethodVisibility,
  evidenceIsSaid,
  methodVisibilities,
} from './method-writing';
