export {
  Organization,
  OrganizationKind,
  OrganizationName,
  OrganizationPage,
  OrganizationQuery,
  OrganizationRef,
  OrganizationSummary,
  nameUsages,
  organizationKinds,
  organizationSorts,
} from './organization';
