export { PrivacyModule } from './privacy.module';
export { AuditWatch } from './audit-watch';
