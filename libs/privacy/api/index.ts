export { PrivacyModule } from './privacy.module';
export { RetentionService } from './retention.service';
export { AuditWatch } from './audit-watch';
