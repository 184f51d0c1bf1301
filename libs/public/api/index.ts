export { dayOf } from './days';
export { PageFrame } from './page-frame';
export { Section } from './pieces';
export { type PageLanguage } from './words';
export { PublicModule } from './public.module';
