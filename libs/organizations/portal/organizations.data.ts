// Every request of this area. Call where `inject` may be called.
import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { Organization, OrganizationPage, OrganizationPlaces } from '@samverkan/organizations/contract';
import type { AddressValues } from '@samverkan/shared/portal';

export const organizationPage = (params: () => AddressValues): HttpResourceRef<OrganizationPage | undefined> =>
  httpResource<OrganizationPage>(() => ({ url: '/api/organizations', params: params() }));

export const organizationWith = (id: () => string): HttpResourceRef<Organization | undefined> =>
  httpResource<Organization>(() => `/api/organizations/${id()}`);

export const placesIn = (county: () => string | null): HttpResourceRef<OrganizationPlaces | undefined> =>
  httpResource<OrganizationPlaces>(() => {
    const code = county();
    return code ? { url: '/api/organizations/places', params: { county: code } } : undefined;
  });
