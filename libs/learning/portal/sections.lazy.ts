/** Fetched with the first publication that is opened. */
export const publicationOffers = () =>
  import('./publication-offers').then((section) => section.PublicationOffersSection);
