export {
  Duplicates,
  Organization,
  OrganizationAllowed,
  OrganizationAsOf,
  OrganizationHistory,
  OrganizationHistoryEntry,
  OrganizationKind,
  OrganizationName,
  OrganizationPage,
  OrganizationPlaces,
  OrganizationPlacesQuery,
  OrganizationQuery,
  OrganizationRef,
  OrganizationSummary,
  RegistrationChoices,
  nameUsages,
  organizationKinds,
  organizationSorts,
} from './organization';
export {
  CheckableFact,
  DuplicateQuery,
  OrganizationChange,
  OrganizationCheck,
  OrganizationInput,
  OrganizationNameInput,
  OrganizationUndo,
  RegistrableKind,
  checkableFacts,
  registrableKinds,
} from './organization-input';
export { OrganizationExportQuery } from './organization-export';
export { MergeInput, MergePreview } from './organization-merge';
export { type NumberFault, OrganizationNumber, readOrganizationNumber } from './organization-number';
