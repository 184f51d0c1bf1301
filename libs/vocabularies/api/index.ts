export { type TermCarrier, TermCarriers } from './term-carriers';
export { type SentTerms, TermsService } from './terms.service';
export { VocabulariesModule } from './vocabularies.module';
