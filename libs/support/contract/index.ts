export { SupportNeeds, SupportNeedsExportQuery, SupportNeedsQuery } from './needs';
export { InquiryTaking, SupportInquiries, SupportInquiry, SupportInquiryInput } from './support-inquiry';
export { supportLine } from './support-line';
export {
  SuggestionQuery,
  SupportExportQuery,
  SupportPage,
  SupportQuery,
  supportFileFormats,
  supportSorts,
} from './support-query';
export {
  SupportFunction,
  SupportHistory,
  SupportLink,
  SupportMessage,
  SupportRequest,
  SupportSuggestions,
  SupportSummary,
  SupportVerb,
  supportVerbs,
} from './support-request';
export {
  SupportEffect,
  SupportForm,
  SupportLinkKind,
  SupportStatus,
  SupportUrgency,
  effectWords,
  formWords,
  openSupport,
  supportEffects,
  supportForms,
  supportLinkKinds,
  supportStatusWords,
  supportStatuses,
  supportUrgencies,
  urgencyWords,
} from './support-words';
export {
  SupportChange,
  SupportAgreement,
  SupportClosing,
  SupportDeed,
  SupportEffectInput,
  SupportHandling,
  SupportInput,
  SupportLinkInput,
  SupportMessageInput,
  SupportProposal,
  SupportReason,
  SupportTelling,
} from './support-writing';
