export {
  Clock,
  Offer,
  OfferHistory,
  OfferHistoryEntry,
  OfferKind,
  OfferQuota,
  OfferSession,
  OfferStatus,
  OfferSubKind,
  OfferSubKinds,
  OfferSummary,
  OfferVerb,
  offerKinds,
  offerStatuses,
  offerVerbs,
} from './offer';
export { OfferExportQuery, OfferPage, OfferQuery, offerFileFormats, offerSorts } from './offer-query';
export {
  OfferChange,
  OfferDeed,
  OfferInput,
  OfferSessionInput,
  OfferSubKindChange,
  OfferSubKindInput,
  OfferVisibility,
} from './offer-writing';
export {
  GuestRegistration,
  OwnRegistration,
  Registration,
  RegistrationInvitations,
  RegistrationLink,
  RegistrationState,
  Registrations,
} from './registration';
export { Attendance, Reach, ReachEntry, ReachExportQuery, ReachInput } from './reach';
export {
  type CompletionColumn,
  CompletionImport,
  CompletionPreview,
  CompletionQuery,
  CompletionRow,
  CompletionsImported,
  completionColumns,
  completionHeadings,
  completionWords,
  mostCompletions,
  recognisedCompletionColumns,
} from './completions';
export { Evaluation, evaluationQuestions } from './evaluation';
export { BegunPublication, OfferMaterialInput, OfferPublications, PublicationOffers } from './offer-publication';
export { HostOut, Hosting, HostingAnswerInput, HostingInput, Hostings } from './hosting';
export { OfferStep, OfferStepsInput, Uptake, UptakeInput } from './uptake';
