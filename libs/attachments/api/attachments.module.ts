import { Module, type OnModuleInit } from '@nestjs/common';
import { SensitiveSources } from '@samverkan/shared/api';
import { AttachmentsController } from './attachments.controller';
import { AttachmentsKeeping } from './attachments.keeping';
import { AttachmentsQuery } from './attachments.query';
import { AttachmentsSensitiveService } from './attachments-sensitive.service';
import { AttachmentsService } from './attachments.service';

@Module({
  controllers: [AttachmentsController],
  providers: [AttachmentsKeeping, AttachmentsQuery, AttachmentsSensitiveService, AttachmentsService],
})
export class AttachmentsModule implements OnModuleInit {
  constructor(
    private readonly sensitive: SensitiveSources,
    private readonly texts: AttachmentsSensitiveService,
  ) {}

  onModuleInit(): void {
    this.sensitive.register('attachments', this.texts);
  }
}
