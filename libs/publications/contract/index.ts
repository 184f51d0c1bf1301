export { isIsbn, isIssn } from './book-numbers';
export { AskedFormat, FormatRequest, FormatRequestInput, FormatRequests, askedFormats } from './format-request';
export { citationOf } from './citation';
export {
  FileAccessibility,
  MarkedText,
  Publication,
  PublicationFile,
  PublicationHistory,
  PublicationHistoryEntry,
  PublicationHit,
  PublicationLanguage,
  PublicationLink,
  PublicationRef,
  PublicationReplacing,
  PublicationStatus,
  PublicationSummary,
  PublicationType,
  accessibilities,
  publicationLanguages,
  publicationStatuses,
  publicationTypes,
} from './publication';
export {
  PublicationExportQuery,
  PublicationFacets,
  PublicationPage,
  PublicationQuery,
  publicationFormats,
  publicationSorts,
} from './publication-query';
export { PublicationSelection, PublicationSelectionInput } from './publication-selection';
export {
  PublicationChange,
  type PublicationConcern,
  PublicationDeed,
  PublicationFileChange,
  PublicationFileInput,
  PublicationInput,
  PublicationLinkInput,
  PublicationReview,
  PublicationShown,
  PublicationVisibility,
  PublicationWithdrawal,
  publicationConcerns,
  publicationVisibilities,
} from './publication-writing';
