import { InjectionToken, type Type } from '@angular/core';

/** What areas above say about a publication, on its page: components with the input `publicationId`, given by the portal. */
export const PUBLICATION_SECTIONS = new InjectionToken<() => Promise<readonly Type<unknown>[]>>(
  'PUBLICATION_SECTIONS',
  { providedIn: 'root', factory: () => () => Promise.resolve([]) },
);
