export { type FullText, type OpenPublication, OpenPublications } from './open-publications';
export { typeWords } from './publication-words';
export { PublicationsService } from './publications.service';
export { PublicationsModule } from './publications.module';
