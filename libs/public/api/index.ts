export { addresses, slugOf } from './addresses';
export { dayOf } from './days';
export { MissingPage } from './missing.page';
export { PageFrame } from './page-frame';
export { Section } from './pieces';
export { type PageLanguage } from './words';
export { PublicModule } from './public.module';
export { PublicReads } from './public-reads';
export { PublicPagesService } from './public-pages.service';
