export { OrganizationEntity } from './organization.entity';
export { OrganizationsModule } from './organizations.module';
