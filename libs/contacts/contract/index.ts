export {
  ContactAllowed,
  ContactAudience,
  ContactChange,
  ContactDeed,
  ContactFunction,
  ContactHistory,
  ContactHistoryEntry,
  ContactInput,
  ContactSummary,
  ContactVisibility,
  ContactVisibilityInput,
  contactVisibilities,
  contactWays,
} from './contact';
export { ContactInvitationInput, ContactInvitations, ContactWelcome } from './contact-invitation';
export { type ContactColumn, contactColumns, contactHeadings, recognisedColumns } from './contact-columns';
export {
  ContactImportDone,
  ContactImportPreview,
  ContactImportProgress,
  ContactImportQuery,
  ContactImportRow,
} from './contact-import';
export { importWords } from './contact-import-words';
export { ContactExportQuery, ContactFileFormat, contactFileFormats } from './contact-export';
export {
  ContactOverview,
  ContactOverviewQuery,
  ContactPage,
  ContactQuery,
  contactSorts,
  coverages,
} from './contact-query';
export { ContactGroup, ContactGroupChange, ContactGroupInput, ContactGroups } from './contact-group';
export {
  ContactChoice,
  ContactRecipient,
  ContactRecipients,
  ContactRecipientsQuery,
  mailboxesOf,
  mostRecipients,
} from './contact-recipients';
export {
  ContactSending,
  ContactSendingAgainInput,
  ContactSendingInput,
  ContactSendingOutcome,
  ContactSendingPage,
  ContactSendingPreview,
  ContactSendingPreviewInput,
  ContactSendingQuery,
  ContactSendingSummary,
  mostLetters,
  mostSendingsADay,
} from './contact-sending';
export { ContactRefusal, ContactRefusalCode, ContactRefusalInput } from './contact-refusal';
export { Colleagues, ContactHolder, EndHolderInput, HolderChange, HolderInput, Naming, namings } from './holder';
export {
  ContactAsked,
  ContactCode,
  ContactFault,
  ContactReport,
  ContactReportInput,
  ContactReports,
  contactFaults,
} from './verification';
export { ContactSubject, contactSubjects } from './subject';
export {
  Handover,
  HandoverAnswerInput,
  HandoverDecision,
  HandoverDecisionInput,
  HandoverItem,
  HandoverList,
  HandoverUndoInput,
  handoverDecisions,
} from './handover';
