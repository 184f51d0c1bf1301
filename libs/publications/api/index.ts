export { type FullText, type OpenPublication, OpenPublications } from './open-publications';
export { typeWords } from './publication-words';
export { PublicationsModule } from './publications.module';
