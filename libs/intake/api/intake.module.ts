import { Module, type OnModuleInit } from '@nestjs/common';
import { ActionsModule } from '@samverkan/actions/api';
import { Waits, TrashSources } from '@samverkan/shared/api';
import { templatesTrash } from './templates.trash';
import { VocabulariesModule } from '@samverkan/vocabularies/api';
import { ImportController } from './import.controller';
import { ImportService } from './import.service';
import { RecurrenceController } from './recurrence.controller';
import { RecurrenceService } from './recurrence.service';
import { recurrenceWait } from './recurrence.wait';
import { TemplatesController } from './templates.controller';
import { TemplatesKeeping } from './templates.keeping';
import { TemplatesService } from './templates.service';

@Module({
  imports: [ActionsModule, VocabulariesModule],
  controllers: [ImportController, TemplatesController, RecurrenceController],
  providers: [ImportService, RecurrenceService, TemplatesKeeping, TemplatesService],
})
export class IntakeModule implements OnModuleInit {
  constructor(
    private readonly waits: Waits,
    private readonly trash: TrashSources,
  ) {}

  onModuleInit(): void {
    this.trash.register(templatesTrash);
    this.waits.register(recurrenceWait);
  }
}
