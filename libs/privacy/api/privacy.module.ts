import { Module } from '@nestjs/common';
import { AuditLogController } from './audit-log.controller';
import { AuditLogQueries } from './audit-log.query';
import { AuditLogService } from './audit-log.service';
import { AuditWatch } from './audit-watch';
import { PrivacyLetters } from './privacy-letters';

/** What is known of people's deeds and of people, and when it goes. */
@Module({
  controllers: [AuditLogController],
  providers: [AuditLogQueries, AuditLogService, AuditWatch, PrivacyLetters],
})
export class PrivacyModule {}
