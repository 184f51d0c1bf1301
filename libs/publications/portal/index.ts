export { PUBLICATION_SECTIONS } from './publication-sections.token';
export { publicationsRoutes } from './publications.routes';
