export {
  CommentResponse,
  CommentedGoal,
  Consultation,
  ConsultationAnswer,
  ConsultationComment,
  ConsultationDraft,
  ConsultationList,
  ConsultationRef,
  ConsultationStatus,
  ConsultationSummary,
  ConsultedGoal,
  ResponseOutcome,
  responseOutcomes,
} from './consultation';
export {
  ConsultationAnswers,
  ConsultationChoices,
  ConsultationChoicesQuery,
  ConsultationExportQuery,
  ConsultationInvited,
  InvitedState,
} from './consultation-answers';
export {
  AnswerField,
  AnswerFieldInput,
  CommentResponseInput,
  ConsultationChange,
  ConsultationDeed,
  ConsultationInput,
  ConsultationParties,
  NoCommentInput,
} from './consultation-writing';
