export {
  Bundle,
  BundleAddress,
  BundleChange,
  BundleDays,
  BundleInput,
  BundleLetterQuery,
  BundlePage,
  BundleQuery,
  BundleReaddressing,
  BundleSending,
  BundleStatus,
  BundleSummary,
  bundleStatuses,
} from './bundle';
export { Faq, FaqChange, FaqInput, FaqPage, FaqPublishing, FaqQuery, faqStatuses } from './faq';
export {
  Question,
  QuestionFunction,
  QuestionHistory,
  QuestionJoin,
  QuestionLines,
  QuestionSummary,
  QuestionVerb,
  SimilarQuestions,
  questionVerbs,
} from './question';
export {
  QuestionExportQuery,
  QuestionPage,
  QuestionQuery,
  SimilarQuery,
  questionFileFormats,
  questionSorts,
} from './question-query';
export { QuestionReply, QuestionVerdict, ReplyInput, VerdictInput } from './question-reply';
export {
  LawArea,
  QuestionStatus,
  QuestionSubject,
  lawAreas,
  lawWords,
  openStatuses,
  questionStatuses,
  questionSubjects,
  statusWords,
  subjectWords,
} from './question-words';
export {
  QuestionChange,
  QuestionDeed,
  QuestionEnding,
  QuestionInput,
  QuestionJoining,
  QuestionLeaving,
  QuestionTaking,
  QuestionVisibility,
} from './question-writing';
export { QuestionStatistics, QuestionStatisticsExportQuery, QuestionStatisticsQuery } from './statistics';
export { questionLine } from './question-line';
