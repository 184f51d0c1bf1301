import { Module, type OnModuleInit } from '@nestjs/common';
import { Searchables, SensitiveSources, TrashSources } from '@samverkan/shared/api';
import { AttachmentsController } from './attachments.controller';
import { AttachmentsKeeping } from './attachments.keeping';
import { AttachmentsQuery } from './attachments.query';
import { searchedAttachments } from './attachments.searchable';
import { AttachmentsSensitiveService } from './attachments-sensitive.service';
import { AttachmentsService } from './attachments.service';
import { attachmentsTrash } from './attachments.trash';

@Module({
  controllers: [AttachmentsController],
  providers: [AttachmentsKeeping, AttachmentsQuery, AttachmentsSensitiveService, AttachmentsService],
})
export class AttachmentsModule implements OnModuleInit {
  constructor(
    private readonly sensitive: SensitiveSources,
    private readonly texts: AttachmentsSensitiveService,
    private readonly trash: TrashSources,
    private readonly search: Searchables,
  ) {}

  onModuleInit(): void {
    this.trash.register(attachmentsTrash);
    this.search.register(searchedAttachments);
    this.sensitive.register('attachments', this.texts);
  }
}
