export {
  Organization,
  OrganizationKind,
  OrganizationName,
  OrganizationPage,
  OrganizationPlaces,
  OrganizationPlacesQuery,
  OrganizationQuery,
  OrganizationRef,
  OrganizationSummary,
  nameUsages,
  organizationKinds,
  organizationSorts,
} from './organization';
