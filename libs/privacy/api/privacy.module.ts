import { Module } from '@nestjs/common';
import { Accounts } from './accounts';
import { AuditLogController } from './audit-log.controller';
import { AuditLogQueries } from './audit-log.query';
import { AuditLogService } from './audit-log.service';
import { AuditWatch } from './audit-watch';
import { ErasuresController } from './erasures.controller';
import { ErasureQueries } from './erasures.query';
import { ErasuresService } from './erasures.service';
import { ExtractController } from './extract.controller';
import { ExtractService } from './extract.service';
import { PrivacyLetters } from './privacy-letters';
import { RetentionController } from './retention.controller';
import { RetentionService } from './retention.service';

/** What is known of people's deeds and of people, and when it goes. */
@Module({
  controllers: [AuditLogController, ErasuresController, ExtractController, RetentionController],
  providers: [
    Accounts,
    AuditLogQueries,
    AuditLogService,
    AuditWatch,
    ErasureQueries,
    ErasuresService,
    ExtractService,
    PrivacyLetters,
    RetentionService,
  ],
})
export class PrivacyModule {}
