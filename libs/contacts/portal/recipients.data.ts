// Requests about whom to write to.
import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { ContactRecipients } from '@samverkan/contacts/contract';
import type { AddressValues } from '@samverkan/reading/portal';

export const recipientsOf = (params: () => AddressValues): HttpResourceRef<ContactRecipients | undefined> =>
  httpResource<ContactRecipients>(() => ({ url: '/api/contacts/recipients', params: params() }));
