export { GeographyModule } from './geography.module';
export { GeographyQuery } from './geography.query';
