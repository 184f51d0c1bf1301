// What becomes of attachments when they have been taken away, when whoever hung them asks, and when parties are merged.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, OrganizationMoves, PersonalData, RetentionRules, countedData, sqlMover } from '@samverkan/shared/api';

@Injectable()
export class AttachmentsKeeping implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly port: PersonalData,
    private readonly moves: OrganizationMoves,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.port.register(
      'attachments',
      countedData(this.db, {
        key: 'attachments.hung',
        title: { sv: 'Filer och länkar som du har lagt till', en: 'Files and links you have added' },
        held: 'attachments_held',
      }),
    );
    this.moves.register(
      'attachments',
      sqlMover(this.db, {
        preview: `select 'attachments.attachment' as kind, count(*)::int as count from attachment where organization_id = $1 and removed_at is null`,
        move: 'attachment_move',
        putBack: 'attachment_put_back',
      }),
    );
    this.rules.register({
      key: 'files',
      area: 'attachments',
      keeps: 'P30D',
      due: 'select * from retention_files_due($1)',
      take: 'select * from retention_files_take($1, $2)',
    });
  }
}
