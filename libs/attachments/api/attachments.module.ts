import { Module, type OnModuleInit } from '@nestjs/common';
import { SensitiveSources, TrashSources } from '@samverkan/shared/api';
import { attachmentsTrash } from './attachments.trash';
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
    private readonly trash: TrashSources,
  ) {}

  onModuleInit(): void {
    this.trash.register(attachmentsTrash);
    this.sensitive.register('attachments', this.texts);
  }
}
